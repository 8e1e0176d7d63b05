/** Upstart's objects on D-Bus, made of the ports. */
@NullMarked
package org.upstart4j.dbus.internal.server;

import org.jspecify.annotations.NullMarked;
