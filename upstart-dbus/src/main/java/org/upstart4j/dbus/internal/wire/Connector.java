package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.AuthenticationException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;

/**
 * Connects to an address, through dbus-java and its transport over junixsocket, the only one that
 * knows abstract sockets and passes open files. It works on a thread of its own, as the other side
 * may never answer.
 */
public final class Connector {

  private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

  private final String address;
  private final List<Address> addresses;
  private @Nullable AbstractTransport transport;
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
      return connect(one, true);
    } catch (AuthenticationException failure) {
      // dbus-java gives up if the other side takes no files, as an old Upstart does
      LOG.debug("Trying {} again without files", one, failure);
      return connect(one, false);
    }
  }

  private Connection connect(Address one, boolean passesFiles) throws IOException {
    try {
      AbstractTransport opened = open(one);
      if (!passesFiles) {
        opened.getTransportConfig().getSaslConfig().setFileDescriptorSupport(false);
      }
      AFUNIXSocketChannel channel = (AFUNIXSocketChannel) opened.connect();
      return made(
          new Connection(
              one.toString(),
              channel,
              new SocketInput(channel),
              opened.isFileDescriptorSupported()));
    } catch (DBusException | RuntimeException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private synchronized Connection made(Connection connection) throws IOException {
    if (cancelled) {
      connection.close();
      throw new IOException("Cancelled");
    }
    return connection;
  }

  private synchronized AbstractTransport open(Address one) throws DBusException, IOException {
    if (cancelled) {
      throw new IOException("Cancelled");
    }
    // not by dbus-java's parser, which knows no escapes
    BusAddress bus = BusAddress.of("unix:path=").removeParameter("path");
    bus.addParameter(one.isAbstract() ? "abstract" : "path", one.name());
    AbstractTransport opened =
        TransportBuilder.create(bus).configure().withAutoConnect(false).back().build();
    transport = opened;
    return opened;
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
