package org.upstart4j.dbus;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Session;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.client.DbusClient;
import org.upstart4j.dbus.internal.wire.Address;
import org.upstart4j.spi.Sessions;

/**
 * Sets up a {@link DbusUpstart}: which Upstart, and how long it may take to answer. Not
 * thread-safe.
 */
public final class DbusUpstartBuilder {

  private static final String PRIVATE_SOCKET = "unix:abstract=/com/ubuntu/upstart";

  private static final int LONGEST_NAME = 255;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_-][A-Za-z0-9_-]*(\\.[A-Za-z_-][A-Za-z0-9_-]*)+|:[A-Za-z0-9_.-]+");

  private String transport = "";
  private Supplier<String> address = Address::systemBus;
  private boolean bus;
  private String name = Interfaces.BUS_NAME;
  private Duration timeout = Duration.ofSeconds(25);

  DbusUpstartBuilder() {
    systemBus();
  }

  /**
   * Takes the Upstart on the system bus. {@code DBUS_SYSTEM_BUS_ADDRESS} may say where that is.
   *
   * @return this builder
   */
  public DbusUpstartBuilder systemBus() {
    return set("D-Bus system bus", Address::systemBus, true);
  }

  /**
   * Takes the Upstart on the session bus, which {@code DBUS_SESSION_BUS_ADDRESS} or {@code
   * XDG_RUNTIME_DIR} tell.
   *
   * @return this builder
   */
  public DbusUpstartBuilder sessionBus() {
    return set("D-Bus session bus", Address::sessionBus, true);
  }

  /**
   * Takes the Upstart on another bus.
   *
   * @param busAddress the bus's address
   * @return this builder
   * @throws IllegalArgumentException if that is no address of a socket
   */
  public DbusUpstartBuilder bus(String busAddress) {
    Address.parse(busAddress);
    return set("D-Bus " + busAddress, () -> busAddress, true);
  }

  /**
   * Takes the Upstart that is process 1, at its own socket.
   *
   * @return this builder
   */
  public DbusUpstartBuilder privateSocket() {
    return set("D-Bus private socket", () -> PRIVATE_SOCKET, false);
  }

  /**
   * Takes the Upstart of this user's session: the one that {@code UPSTART_SESSION} names, else the
   * newest of those that have a file in {@code $XDG_RUNTIME_DIR/upstart/sessions}.
   *
   * @return this builder
   */
  public DbusUpstartBuilder userSession() {
    return set(
        "D-Bus user session",
        () -> session(System.getenv("UPSTART_SESSION"), Sessions::find),
        false);
  }

  /** Returns the address of the session that is named, else of the newest of those found. */
  static String session(@Nullable String named, Supplier<List<Session>> find) {
    if (named != null && !named.isEmpty()) {
      return named;
    }
    List<Session> found = find.get();
    if (found.isEmpty()) {
      throw new UpstartUnavailableException(
          "This user has no session with an Upstart: UPSTART_SESSION isn't set, and no file says so",
          null);
    }
    return found.get(found.size() - 1).address();
  }

  /**
   * Takes the Upstart that listens at an address, without a bus.
   *
   * @param socketAddress for example {@code unix:abstract=/com/ubuntu/upstart}
   * @return this builder
   * @throws IllegalArgumentException if that is no address of a socket
   */
  public DbusUpstartBuilder at(String socketAddress) {
    Address.parse(socketAddress);
    return set("D-Bus " + socketAddress, () -> socketAddress, false);
  }

  private DbusUpstartBuilder set(String name, Supplier<String> where, boolean onBus) {
    this.transport = name;
    this.address = where;
    this.bus = onBus;
    return this;
  }

  /**
   * Says which name Upstart has on the bus. Without this it is {@code com.ubuntu.Upstart}.
   *
   * @param busName the name; without a bus it has no effect
   * @return this builder
   * @throws IllegalArgumentException if D-Bus allows no such name
   */
  public DbusUpstartBuilder name(String busName) {
    if (busName.length() > LONGEST_NAME || !NAME.matcher(busName).matches()) {
      throw new IllegalArgumentException("No name on a bus: \"" + busName + '"');
    }
    this.name = busName;
    return this;
  }

  /**
   * Says how long to wait for a connection, and for answers that don't depend on jobs. What a call
   * waits for jobs is that call's own. Without this it is 25 seconds.
   *
   * @param limit how long; then calls end with an {@link UpstartTimeoutException}
   * @return this builder
   * @throws IllegalArgumentException if it is not more than 0
   */
  public DbusUpstartBuilder timeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("A timeout is more than 0, not " + limit);
    }
    this.timeout = limit;
    return this;
  }

  /**
   * Makes the Upstart, without connecting to it yet.
   *
   * @return the Upstart
   */
  public DbusUpstart build() {
    return new DbusUpstart(transport, new DbusClient(address, bus ? name : null, timeout));
  }
}
