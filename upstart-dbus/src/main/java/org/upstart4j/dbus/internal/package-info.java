/** What Upstart's objects are called on D-Bus. */
@NullMarked
package org.upstart4j.dbus.internal;

import org.jspecify.annotations.NullMarked;
