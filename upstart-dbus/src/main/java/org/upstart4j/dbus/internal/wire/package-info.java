/**
 * D-Bus itself: addresses, connections, messages. Nothing here knows Upstart. From the outside in:
 *
 * <ul>
 *   <li>{@code Connector} connects to an {@code Address}, and returns a {@code Connection}. {@code
 *       UnixTransport} opens the socket, {@code ClientHandshake} says who this program is.
 *   <li>{@code Acceptor} listens at an {@code Address}, completes the {@code Handshake} with each
 *       client, and has a thread run its {@code Connection}. {@code SocketFile} takes care of the
 *       socket's file, {@code Users} says who may connect.
 *   <li>{@code Connection} is open and authenticated. It reads messages from a {@code SocketInput},
 *       hands calls and signals to a {@code Receiver}, and matches answers to the calls that wait
 *       for them. It writes messages to a {@code SocketOutput}.
 *   <li>{@code Bus} asks the bus itself, over a {@code Connection} to it.
 *   <li>{@code SocketInput} makes an {@code Incoming} of the bytes of a message, {@code
 *       SocketOutput} writes the bytes of an {@code Outgoing}. What both hold counts against their
 *       connection's share of the {@code Memory}.
 *   <li>{@code Incoming} reads its header and its values with an {@code Unmarshaller}, {@code
 *       Outgoing} writes them with a {@code Marshaller}. Both know {@code MessageType}, {@code
 *       HeaderField}, {@code Signatures} and {@code Variant}.
 *   <li>{@code Backoff} says how long to wait before trying again, {@code DbusThreads} makes
 *       threads, {@code OpenFiles} closes the files of a message.
 * </ul>
 */
@NullMarked
package org.upstart4j.dbus.internal.wire;

import org.jspecify.annotations.NullMarked;
