/** The engine as process 1 of a machine of its own, with real software. */
@NullMarked
package org.upstart4j.it.container;

import org.jspecify.annotations.NullMarked;
