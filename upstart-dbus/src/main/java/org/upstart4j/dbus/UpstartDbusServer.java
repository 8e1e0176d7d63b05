package org.upstart4j.dbus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.server.Hub;
import org.upstart4j.dbus.internal.wire.Acceptor;
import org.upstart4j.dbus.internal.wire.Address;

/**
 * Serves an Upstart on D-Bus as the real one is served: clients, {@code initctl} above all, notice
 * no difference.
 *
 * <pre>{@code
 * try (UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
 *   server.listen("unix:abstract=/com/example/upstart");
 *   server.joinSystemBus();
 *   // UPSTART_SESSION=unix:abstract=/com/example/upstart initctl list
 * }
 * }</pre>
 *
 * <p>Thread-safe. Every connection hears every signal. The server takes the calls of a connection
 * in order; it answers a call that waits when it is done, and meanwhile blocks neither a thread nor
 * other calls. A client that doesn't read delays nobody else, and loses its connection when too
 * much is queued for it.
 */
public final class UpstartDbusServer implements AutoCloseable {

  private final Hub hub;
  private final List<Runnable> ends = new CopyOnWriteArrayList<>();

  private UpstartDbusServer(Upstart upstart) {
    this.hub = new Hub(upstart);
  }

  /**
   * Makes a server that nobody can reach yet.
   *
   * @param upstart what to serve; it stays open when the server is closed
   * @return the server
   */
  public static UpstartDbusServer of(Upstart upstart) {
    return new UpstartDbusServer(upstart);
  }

  /**
   * Lets clients connect at an address, without a bus: only root, and the user of this program.
   *
   * @param address {@code unix:abstract=NAME} or {@code unix:path=FILE}
   * @return this server
   * @throws IllegalArgumentException if that is not such an address
   * @throws UpstartUnavailableException if that is impossible, or another program listens there
   */
  public UpstartDbusServer listen(String address) {
    try {
      Address first = Address.parse(address).get(0);
      ends.add(Acceptor.at(first, hub.takesFiles(), hub::accept)::close);
      return this;
    } catch (IOException failure) {
      throw new UpstartUnavailableException(
          "Cannot listen at " + address + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * Takes the name {@code com.ubuntu.Upstart} on the system bus, as {@link #joinBus} does.
   *
   * @return this server
   * @throws UpstartException if there is no bus, or the name is taken
   */
  public UpstartDbusServer joinSystemBus() {
    return joinBus(Address.systemBus());
  }

  /**
   * Takes the name {@code com.ubuntu.Upstart} on the session bus, as {@link #joinBus} does.
   *
   * @return this server
   * @throws UpstartException if there is no bus, or the name is taken
   */
  public UpstartDbusServer joinSessionBus() {
    return joinBus(Address.sessionBus());
  }

  /**
   * Takes the name {@code com.ubuntu.Upstart} on a bus. If the bus goes away later, the server
   * rejoins it when it is back. Anybody whom the bus allows to may start and stop jobs; if this
   * program runs as root, only root may do more.
   *
   * @param address the bus's address
   * @return this server
   * @throws UpstartException if there is no bus, or the name is taken
   */
  public UpstartDbusServer joinBus(String address) {
    hub.joinBus(address);
    return this;
  }

  /** Ends all connections once the answers given so far are sent. */
  @Override
  public void close() {
    ends.forEach(Runnable::run);
    hub.close();
  }
}
