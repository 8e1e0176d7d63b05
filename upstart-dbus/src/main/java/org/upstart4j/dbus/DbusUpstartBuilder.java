package org.upstart4j.dbus;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Session;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.client.DbusClient;
import org.upstart4j.dbus.internal.ssh.FarPlace;
import org.upstart4j.dbus.internal.ssh.SshLimits;
import org.upstart4j.dbus.internal.ssh.SshRoute;
import org.upstart4j.dbus.internal.wire.Address;
import org.upstart4j.dbus.internal.wire.LocalRoute;
import org.upstart4j.dbus.internal.wire.Route;
import org.upstart4j.spi.Located.Place;
import org.upstart4j.spi.Sessions;
import org.upstart4j.spi.SshCommand;

/**
 * Builds a {@link DbusUpstart}: which Upstart to reach, and how long to wait for it. Not
 * thread-safe.
 */
public final class DbusUpstartBuilder {

  private static final String PRIVATE_SOCKET = "unix:abstract=/com/ubuntu/upstart";
  private static final String OF_SESSIONS = "unix:abstract=/com/ubuntu/upstart-session/";

  private static final int LONGEST_NAME = 255;
  private static final String NAME =
      "[A-Za-z_-][A-Za-z0-9_-]*(\\.[A-Za-z_-][A-Za-z0-9_-]*)+|:[A-Za-z0-9_.-]+";

  private String transport = "";
  private Supplier<String> address = Address::systemBus;
  private boolean bus;
  private Place place = Place.HERE;
  private Supplier<FarPlace> far = () -> FarPlace.BY_USER;
  private String name = Interfaces.BUS_NAME;
  private Duration timeout = Duration.ofSeconds(25);
  private @Nullable SshCommand ssh;
  private String sshProgram = "ssh";
  private SshLimits sshLimits = SshLimits.USUAL;
  private boolean sudo;

  DbusUpstartBuilder() {
    set("D-Bus system bus", Address::systemBus, true).in(Place.PROCESS_1);
  }

  /**
   * Reaches the Upstart on the system bus, at {@code DBUS_SYSTEM_BUS_ADDRESS} if that is set. Over
   * ssh it is the bus of the other machine, at its usual place.
   *
   * @return this builder
   */
  public DbusUpstartBuilder systemBus() {
    return set("D-Bus system bus", Address::systemBus, true)
        .in(Place.PROCESS_1)
        .orFar(() -> FarPlace.OF_SYSTEM_BUS);
  }

  /**
   * Reaches the Upstart on the session bus, which {@code DBUS_SESSION_BUS_ADDRESS} or {@code
   * XDG_RUNTIME_DIR} names.
   *
   * @return this builder
   */
  public DbusUpstartBuilder sessionBus() {
    return set("D-Bus session bus", Address::sessionBus, true)
        .orFar(DbusUpstartBuilder::noFarSession);
  }

  /**
   * Reaches the Upstart on another bus.
   *
   * @param busAddress the bus's address
   * @return this builder
   * @throws IllegalArgumentException if that is not the address of a socket
   */
  public DbusUpstartBuilder bus(String busAddress) {
    Address.parse(busAddress);
    return set("D-Bus " + busAddress, () -> busAddress, true)
        .orFar(() -> FarPlace.of(busAddress, FarPlace.Kind.BUS));
  }

  /**
   * Reaches the Upstart that is process 1, at its own socket.
   *
   * @return this builder
   */
  public DbusUpstartBuilder privateSocket() {
    return set("D-Bus private socket", () -> PRIVATE_SOCKET, false)
        .in(Place.PROCESS_1)
        .orFar(() -> FarPlace.of(PRIVATE_SOCKET, FarPlace.Kind.UPSTART));
  }

  /**
   * Reaches the Upstart of this user's session: the one that {@code UPSTART_SESSION} names, else
   * the newest with a file in {@code $XDG_RUNTIME_DIR/upstart/sessions}.
   *
   * @return this builder
   */
  public DbusUpstartBuilder userSession() {
    return set(
            "D-Bus user session",
            () -> session(System.getenv("UPSTART_SESSION"), Sessions::find),
            false)
        .in(placeOf(Objects.requireNonNullElse(System.getenv("UPSTART_SESSION"), "")))
        .orFar(DbusUpstartBuilder::noFarSession);
  }

  private static FarPlace noFarSession() {
    throw new IllegalStateException(
        "Over ssh, nobody knows the sessions of the other machine: name the address with at()");
  }

  /** Returns the address of the session that is named, else of the newest of those found. */
  static String session(@Nullable String named, Supplier<List<Session>> find) {
    if (named != null && !named.isEmpty()) {
      return named;
    }
    List<Session> found = find.get();
    if (found.isEmpty()) {
      throw new UpstartUnavailableException(
          "This user has no session with an Upstart: UPSTART_SESSION isn't set, and there is no"
              + " session file",
          null);
    }
    return found.get(found.size() - 1).address();
  }

  /**
   * Reaches the Upstart that listens at an address, without a bus.
   *
   * @param socketAddress for example {@code unix:abstract=/com/ubuntu/upstart}
   * @return this builder
   * @throws IllegalArgumentException if that is not the address of a socket
   */
  public DbusUpstartBuilder at(String socketAddress) {
    Address.parse(socketAddress);
    return set("D-Bus " + socketAddress, () -> socketAddress, false)
        .in(placeOf(socketAddress))
        .orFar(() -> FarPlace.of(socketAddress, FarPlace.Kind.UPSTART));
  }

  private DbusUpstartBuilder set(String name, Supplier<String> where, boolean onBus) {
    this.transport = name;
    this.address = where;
    this.bus = onBus;
    return in(Place.HERE);
  }

  private DbusUpstartBuilder in(Place where) {
    this.place = where;
    return this;
  }

  private DbusUpstartBuilder orFar(Supplier<FarPlace> where) {
    this.far = where;
    return this;
  }

  /** Where the Upstart of an address runs; without one it is that of a session that is found. */
  private static Place placeOf(String socketAddress) {
    if (socketAddress.equals(PRIVATE_SOCKET)) {
      return Place.PROCESS_1;
    }
    return socketAddress.isEmpty() || socketAddress.startsWith(OF_SESSIONS)
        ? Place.SESSION
        : Place.HERE;
  }

  /**
   * Sets Upstart's name on the bus, {@code com.ubuntu.Upstart} by default.
   *
   * @param busName the name; has no effect without a bus
   * @return this builder
   * @throws IllegalArgumentException if D-Bus does not allow that name
   */
  public DbusUpstartBuilder name(String busName) {
    if (busName.length() > LONGEST_NAME || !busName.matches(NAME)) {
      throw new IllegalArgumentException("Not a name on a bus: \"" + busName + '"');
    }
    this.name = busName;
    return this;
  }

  /**
   * Sets how long to wait for a connection, and for answers that don't depend on jobs: 25 seconds
   * by default. How long to wait for jobs is up to each call.
   *
   * @param limit how long; after that, calls end with an {@link UpstartTimeoutException}
   * @return this builder
   * @throws IllegalArgumentException if it is not more than 0
   */
  public DbusUpstartBuilder timeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("A timeout must be more than 0: " + limit);
    }
    this.timeout = limit;
    return this;
  }

  /**
   * Reaches the Upstart of another machine, through the {@code ssh} of OpenSSH: as root that which
   * is process 1, at its own socket, and as anybody else the one on the system bus. {@link
   * #privateSocket()}, {@link #systemBus()}, {@link #at} and {@link #bus} choose another place
   * there. Nothing needs to be installed at that machine but a Python, a Perl or socat. ssh never
   * asks for a password: use a key, an agent or the like.
   *
   * @param destination for example {@code root@example.org}
   * @param options more options for {@code ssh}, for example {@code "-p", "2222"}; they win over
   *     those that this sets
   * @return this builder
   * @throws IllegalArgumentException if the destination is empty, if its user or host begins with
   *     {@code -}, or if it holds blanks, control characters or characters that are special to a
   *     shell: a {@code ProxyCommand} of the user's ssh may put it into a line of shell
   */
  public DbusUpstartBuilder ssh(String destination, String... options) {
    this.ssh = SshCommand.of(destination, options);
    return this;
  }

  /**
   * Uses another program than the {@code ssh} on the path.
   *
   * @param path the program's name or path; it must understand the options of OpenSSH
   * @return this builder
   */
  public DbusUpstartBuilder sshProgram(String path) {
    this.sshProgram = path;
    return this;
  }

  /**
   * Becomes root at the other end of ssh, by {@code sudo -n}, which never asks for a password.
   *
   * @return this builder
   */
  public DbusUpstartBuilder sudo() {
    this.sudo = true;
    return this;
  }

  /**
   * Sets how long ssh may take to connect: 10 seconds by default. {@link #timeout} limits this, the
   * login and the bridge together.
   *
   * @param limit how long, in whole seconds
   * @return this builder
   * @throws IllegalArgumentException if it is less than a second
   */
  public DbusUpstartBuilder connectTimeout(Duration limit) {
    this.sshLimits = sshLimits.withConnecting(limit);
    return this;
  }

  /**
   * Sets how long the other end of ssh may be silent: 60 seconds by default. It is asked for a sign
   * of life three times meanwhile; then the connection ends, and so does the other end by itself.
   *
   * @param limit how long, in whole seconds
   * @return this builder
   * @throws IllegalArgumentException if it is less than 3 seconds
   */
  public DbusUpstartBuilder silence(Duration limit) {
    this.sshLimits = sshLimits.withSilence(limit);
    return this;
  }

  /**
   * {@return the Upstart, not yet connected}
   *
   * @throws IllegalStateException if it is that of a session which only the other machine knows
   * @throws IllegalArgumentException if its address at another machine holds other characters than
   *     letters, digits and {@code _ . / % + = -}
   */
  public DbusUpstart build() {
    Route route = route();
    return new DbusUpstart(
        route, ssh == null ? place : Place.ELSEWHERE, new DbusClient(route, name, timeout));
  }

  private Route route() {
    return ssh == null
        ? new LocalRoute(transport, address, bus)
        : new SshRoute(
            ssh.withProgram(sshProgram), far.get(), sshLimits, sudo, NoBridgeException::new);
  }
}
