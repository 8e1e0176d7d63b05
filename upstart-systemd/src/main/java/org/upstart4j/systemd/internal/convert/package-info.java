/** From jobs to units. */
@NullMarked
package org.upstart4j.systemd.internal.convert;

import org.jspecify.annotations.NullMarked;
