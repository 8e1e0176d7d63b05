/** Upstart over D-Bus: a client of any Upstart there, and a server for any Upstart. */
@NullMarked
package org.upstart4j.dbus;

import org.jspecify.annotations.NullMarked;
