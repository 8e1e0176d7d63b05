/** Events on their way, and the conditions that they meet. */
@NullMarked
package org.upstart4j.embedded.internal.event;

import org.jspecify.annotations.NullMarked;
