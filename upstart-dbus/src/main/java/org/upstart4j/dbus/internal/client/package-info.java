/**
 * The client of an Upstart on D-Bus. From the outside in:
 *
 * <ul>
 *   <li>{@code DbusClient} sends requests and returns their results. {@code RemoteObject} makes the
 *       requests, {@code Answers} and {@code Values} read the results.
 *   <li>{@code SharedLink} keeps the one {@code Link} that all requests share: makes it when it is
 *       first needed, and again after a loss.
 *   <li>{@code Link} is a {@code Connection} with an Upstart at its end, with or without a bus in
 *       between. It knows the {@code Features} of that Upstart, and passes signals to each {@code
 *       FailureWatch}.
 *   <li>{@code FailureWatch} listens for the failure of a job while a request waits for it.
 *   <li>{@code SignalDelivery} brings signals to listeners, and reconnects while anybody listens.
 *       {@code SignalReader} turns a signal into the call of a listener.
 *   <li>{@code ObjectNames} knows the names of jobs and instances by their paths; {@code Statuses}
 *       asks for all statuses at once, with one {@code Query} for each.
 * </ul>
 */
@NullMarked
package org.upstart4j.dbus.internal.client;

import org.jspecify.annotations.NullMarked;
