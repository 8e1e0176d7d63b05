/** The values that every part of the SDK shares. */
@NullMarked
package org.upstart4j;

import org.jspecify.annotations.NullMarked;
