/**
 * Upstart's objects on D-Bus, made of the port {@link org.upstart4j.Upstart}. From the outside in:
 *
 * <ul>
 *   <li>{@code Hub} holds all connections over which the Upstart is served, sends them its signals,
 *       which {@code SignalEmitter} makes, and passes their calls on.
 *   <li>{@code BusMember} is the connection to a bus, under Upstart's name there; it rejoins the
 *       bus after a loss.
 *   <li>{@code Dispatcher} answers a {@code MethodCall}: it finds the {@code ExportedObject} that
 *       the call is for among the {@code ExportedObjects}, and lets its {@code Interface} handle
 *       the call.
 *   <li>{@code ManagerInterface}, {@code JobInterface} and {@code InstanceInterface} are the
 *       interfaces of the objects; {@code EnvironmentMethods} and {@code FileEvents} are parts of
 *       the first. {@code Properties}, {@code Introspection}, {@code PeerInterface} and {@code
 *       ExplainingInterface} answer what every object is asked.
 *   <li>{@code Later} does work that takes long on a thread of its own.
 * </ul>
 */
@NullMarked
package org.upstart4j.dbus.internal.server;

import org.jspecify.annotations.NullMarked;
