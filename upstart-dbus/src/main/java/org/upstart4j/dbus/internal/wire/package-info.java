/** D-Bus itself: addresses, connections, messages. Nothing here knows Upstart. */
@NullMarked
package org.upstart4j.dbus.internal.wire;

import org.jspecify.annotations.NullMarked;
