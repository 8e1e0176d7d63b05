package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;

/**
 * Connects to an address, through a transport of dbus-java's over junixsocket, the only one that
 * knows abstract sockets and passes open files. It works on a thread of its own, as the other side
 * may never answer.
 */
public final class Connector {

  private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

  private final String address;
  private final List<Address> addresses;
  private @Nullable UnixTransport transport;
  private boolean cancelled;

  private Connector(String address) {
    this.address = address;
    this.addresses = Address.parse(address);
  }

  /**
   * Connects.
   *
   * @param address one or more addresses; the first that works is used
   * @param deadline how long to wait for the other side
   * @throws IllegalArgumentException if that is not an address
   * @throws UpstartUnavailableException if nobody answers, or the answer makes no sense
   * @throws UpstartTimeoutException if the deadline passes before
   */
  public static Connection connect(String address, Deadline deadline) {
    Connector connector = new Connector(address);
    CompletableFuture<Connection> connection =
        CompletableFuture.supplyAsync(connector::first, run -> DbusThreads.start("connects", run));
    try {
      return deadline.await(connection, "the connection to " + address);
    } catch (RuntimeException failure) {
      connector.cancel();
      throw failure;
    }
  }

  private Connection first() {
    IOException failure = new IOException("No address");
    for (Address one : addresses) {
      try {
        return connect(one);
      } catch (IOException refused) {
        failure = refused;
      }
    }
    throw new UpstartUnavailableException(
        "Nobody can be reached at " + address + ": " + failure.getMessage(), failure);
  }

  private Connection connect(Address one) throws IOException {
    try {
      return connectAtOnce(one);
    } catch (ProtocolException refused) {
      LOG.debug("Trying {} again with the handshake of dbus-java", one, refused);
      return connectStepByStep(one);
    }
  }

  private Connection connectAtOnce(Address one) throws IOException {
    AFUNIXSocketChannel channel = transport(one).open();
    SocketInput input = new SocketInput(channel);
    try {
      boolean passesFiles = ClientHandshake.agree(channel, input);
      return made(new Connection(one.toString(), channel, input, passesFiles));
    } catch (IOException failure) {
      input.close();
      channel.close();
      throw failure;
    }
  }

  /** For a bus that does not take the kernel's word. */
  private Connection connectStepByStep(Address one) throws IOException {
    UnixTransport opened = transport(one);
    opened.connect();
    AFUNIXSocketChannel channel = opened.channel();
    return made(new Connection(one.toString(), channel, new SocketInput(channel), false));
  }

  private synchronized Connection made(Connection connection) throws IOException {
    if (cancelled) {
      connection.close();
      throw new IOException("Cancelled");
    }
    return connection;
  }

  private synchronized UnixTransport transport(Address one) throws IOException {
    if (cancelled) {
      throw new IOException("Cancelled");
    }
    UnixTransport next = UnixTransport.to(one);
    transport = next;
    return next;
  }

  private synchronized void cancel() {
    cancelled = true;
    if (transport != null) {
      try {
        transport.close();
      } catch (IOException failure) {
        LOG.debug("{} could not be closed", address, failure);
      }
    }
  }
}
