/** The way to an Upstart on D-Bus: a connection that comes back, and what is asked over it. */
@NullMarked
package org.upstart4j.dbus.internal.client;

import org.jspecify.annotations.NullMarked;
