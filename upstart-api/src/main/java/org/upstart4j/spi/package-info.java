/** What the transports share. Programs that only use an Upstart need nothing of it. */
@NullMarked
package org.upstart4j.spi;

import org.jspecify.annotations.NullMarked;
