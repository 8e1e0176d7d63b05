/** {@code upstart init} as process 1 of a container, and {@code upstart health}. */
@NullMarked
package org.upstart4j.it.init;

import org.jspecify.annotations.NullMarked;
