package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.util.List;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * Connects to an address, through dbus-java and its transport over junixsocket, the only one that
 * knows abstract sockets and passes open files.
 */
public final class Dialing {

  private final String address;
  private @Nullable AbstractTransport transport;
  private boolean cancelled;

  /**
   * Prepares to connect.
   *
   * @param address one address or more, of which the first that works is taken
   */
  public Dialing(String address) {
    this.address = address;
  }

  /**
   * Connects, and waits for the other side as long as it takes.
   *
   * @throws IOException if nobody answers, or not in a way that can be understood
   * @throws IllegalArgumentException if that is no address
   */
  public Wire connect() throws IOException {
    IOException failure = new IOException("No address");
    List<Address> addresses = Address.parse(address);
    for (Address one : addresses) {
      try {
        return connect(one);
      } catch (IOException refused) {
        failure = refused;
      }
    }
    throw failure;
  }

  private Wire connect(Address one) throws IOException {
    try {
      AbstractTransport opened = open(one);
      AFUNIXSocketChannel channel = (AFUNIXSocketChannel) opened.connect();
      return new Wire(
          one.toString(), channel, new Input(channel), opened.isFileDescriptorSupported());
    } catch (DBusException | RuntimeException failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private synchronized AbstractTransport open(Address one) throws DBusException, IOException {
    if (cancelled) {
      throw new IOException("Cancelled");
    }
    BusAddress bus = BusAddress.of("unix:path=").removeParameter("path");
    one.parameters().forEach(bus::addParameter);
    AbstractTransport opened =
        TransportBuilder.create(bus).configure().withAutoConnect(false).back().build();
    transport = opened;
    return opened;
  }

  /** Ends the waiting of the thread that connects, which fails then. */
  public synchronized void cancel() {
    cancelled = true;
    if (transport != null) {
      try {
        transport.close();
      } catch (IOException ignored) {
        // there is nothing else to be done
      }
    }
  }
}
