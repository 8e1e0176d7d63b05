/** Real processes: how they are set up, followed and ended. */
@NullMarked
package org.upstart4j.embedded.internal.host;

import org.jspecify.annotations.NullMarked;
