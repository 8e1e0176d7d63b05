/**
 * The way to an Upstart of another machine, through ssh. From the outside in:
 *
 * <ul>
 *   <li>{@code SshRoute} runs ssh with the {@code Bridge}, the text that the far shell runs. That
 *       connects ssh's streams with a socket there, the {@code FarPlace}.
 *   <li>{@code Announcement} reads what comes before D-Bus: what a login prints, and the line in
 *       which the bridge says that it is up, or why it isn't.
 *   <li>{@code Pings} finds out that the network has vanished, and keeps the far end alive.
 * </ul>
 */
@NullMarked
package org.upstart4j.dbus.internal.ssh;

import org.jspecify.annotations.NullMarked;
