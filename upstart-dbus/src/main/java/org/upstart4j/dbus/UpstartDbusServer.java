package org.upstart4j.dbus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.server.Hub;
import org.upstart4j.dbus.internal.wire.Address;
import org.upstart4j.dbus.internal.wire.Listening;

/**
 * Serves an Upstart on D-Bus, as the real one is there: its clients, {@code initctl} above all,
 * notice no difference.
 *
 * <pre>{@code
 * try (UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
 *   server.listen("unix:abstract=/com/example/upstart");
 *   server.joinSystemBus();
 *   // UPSTART_SESSION=unix:abstract=/com/example/upstart initctl list
 * }
 * }</pre>
 *
 * <p>Thread-safe. Every connection hears every signal. Calls of one connection are taken in their
 * order; one that waits is answered when it is done, and keeps neither a thread nor other calls
 * waiting. A client that doesn't read what it is sent delays nobody else, and loses its connection
 * when too much is kept for it.
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
   * @throws IllegalArgumentException if that is no such address
   * @throws UpstartUnavailableException if nobody can listen there, or somebody does already
   */
  public UpstartDbusServer listen(String address) {
    try {
      Address first = Address.parse(address).get(0);
      ends.add(Listening.at(first, hub.takesFiles(), hub::accept)::close);
      return this;
    } catch (IOException failure) {
      throw new UpstartUnavailableException(
          "Nobody can listen at " + address + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * Takes the name {@code com.ubuntu.Upstart} on the system bus, as {@link #joinBus} does.
   *
   * @return this server
   * @throws UpstartException if there is no bus, or the name can't be had
   */
  public UpstartDbusServer joinSystemBus() {
    return joinBus(Address.systemBus());
  }

  /**
   * Takes the name {@code com.ubuntu.Upstart} on the session bus, as {@link #joinBus} does.
   *
   * @return this server
   * @throws UpstartException if there is no bus, or the name can't be had
   */
  public UpstartDbusServer joinSessionBus() {
    return joinBus(Address.sessionBus());
  }

  /**
   * Takes the name {@code com.ubuntu.Upstart} on a bus. If the bus goes later, it is joined again
   * when it is back. Whoever the bus lets do so may start and stop jobs; the rest is root's if this
   * program is.
   *
   * @param address the bus's address
   * @return this server
   * @throws UpstartException if there is no bus, or the name can't be had
   */
  public UpstartDbusServer joinBus(String address) {
    hub.joinBus(address);
    return this;
  }

  /** Ends all connections, once what was answered has been sent. */
  @Override
  public void close() {
    ends.forEach(Runnable::run);
    hub.close();
  }
}
