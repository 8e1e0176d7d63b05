/** What of an engine its state tells. */
@NullMarked
package org.upstart4j.embedded.internal.state;

import org.jspecify.annotations.NullMarked;
