/** How systemd reads the lines, words and signs of a unit. */
@NullMarked
package org.upstart4j.systemd.internal.unit;

import org.jspecify.annotations.NullMarked;
