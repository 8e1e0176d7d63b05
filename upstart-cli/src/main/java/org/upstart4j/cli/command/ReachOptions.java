package org.upstart4j.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.reach.BusPlace;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Transport;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.jobfile.version.Dialect;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Chooses the way to an Upstart by the options and the environment, as initctl does.
 *
 * @param arguments what was given
 * @param variables the variables of this program
 */
public record ReachOptions(Arguments arguments, Map<String, String> variables) {

  private static final String SESSION = "UPSTART_SESSION";

  /**
   * The way that they name.
   *
   * @throws Misuse if they make no sense
   * @throws IllegalStateException if the environment lacks what they need
   */
  public Reach reach() {
    Optional<Transport> named = named();
    Optional<Duration> timeout = timeout();
    Optional<UpstartVersion> version = version();
    if (arguments.has(Option.HOST)) {
      return overSsh(named, timeout);
    } else if (named.isEmpty()) {
      return new Reach.OverDbus(byInitctl(), name(), timeout);
    }
    return switch (named.get()) {
      case PRIVATE -> new Reach.OverDbus(BusPlace.Usual.PRIVATE_SOCKET, name(), timeout);
      case SYSTEM_BUS -> new Reach.OverDbus(BusPlace.Usual.SYSTEM_BUS, name(), timeout);
      case SESSION_BUS -> new Reach.OverDbus(BusPlace.Usual.SESSION_BUS, name(), timeout);
      case USER_SESSION -> new Reach.OverDbus(new BusPlace.UserSession(session()), name(), timeout);
      case EMBEDDED -> embedded(version);
      case AUTO -> new Reach.Automatic();
      case INITCTL -> throughInitctl(timeout);
    };
  }

  private Reach embedded(Optional<UpstartVersion> version) {
    return new Reach.InThisProcess(
        arguments.value(Option.CONFDIR), version.orElse(UpstartVersion.NEWEST));
  }

  /** A session is found by initctl alone, which runs over there. */
  private Reach overSsh(Optional<Transport> named, Optional<Duration> timeout) {
    boolean isSession = arguments.has(Option.USER) || arguments.has(Option.SESSION);
    boolean isSystem = arguments.has(Option.SYSTEM);
    if (isSession || named.equals(Optional.of(Transport.INITCTL))) {
      return throughInitctl(timeout);
    }
    String host = destination(arguments.value(Option.HOST).orElseThrow());
    if (arguments.has(Option.DEST)) {
      throw new Misuse("--dest is for the buses of this machine");
    }
    Transport usual = isSystem ? Transport.SYSTEM_BUS : Transport.AUTO;
    return new Reach.OverSsh(host, named.orElse(usual), timeout);
  }

  private Reach throughInitctl(Optional<Duration> timeout) {
    Optional<String> host = arguments.value(Option.HOST).map(ReachOptions::destination);
    if (arguments.has(Option.DEST)) {
      throw new Misuse("--dest is for D-Bus, not for initctl");
    }
    Optional<String> session = host.isPresent() ? Optional.empty() : session();
    return new Reach.ThroughInitctl(chosen(session), host, timeout);
  }

  private static String destination(String host) {
    try {
      CommandRunner.ssh(host).close();
      return host;
    } catch (IllegalArgumentException none) {
      throw new Misuse(String.valueOf(none.getMessage()));
    }
  }

  private Optional<String> name() {
    return arguments.value(Option.DEST);
  }

  private Optional<String> session() {
    return Optional.ofNullable(variables.get(SESSION));
  }

  /** The Upstart that job files are for; nothing if it was not said. */
  public Optional<UpstartVersion> version() {
    Optional<UpstartVersion> newest = arguments.value(Option.DIALECT).map(ReachOptions::newest);
    Optional<UpstartVersion> exact =
        arguments.value(Option.FOR).map(name -> TargetName.target(name).version());
    if (newest.isPresent() && exact.isPresent()) {
      throw new Misuse("--for and --dialect exclude each other");
    }
    return exact.or(() -> newest);
  }

  private static UpstartVersion newest(String dialect) {
    return Dialect.find(dialect.toLowerCase(Locale.ROOT))
        .map(UpstartVersion::newest)
        .orElseThrow(() -> illegal(dialect, Option.DIALECT));
  }

  /** How long a call may take; nothing if no limit was given. */
  public Optional<Duration> timeout() {
    Optional<String> text = arguments.value(Option.TIMEOUT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> time = Durations.parse(text.get());
    if (time.isEmpty() || time.get().isZero()) {
      throw new Misuse("illegal argument: " + text.get());
    }
    return time;
  }

  private static Misuse illegal(String text, Option option) {
    return new Misuse(
        "illegal argument: " + text + "; there are " + String.join(", ", option.words()));
  }

  private Optional<Transport> named() {
    Optional<String> name = arguments.value(Option.TRANSPORT);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Transport> transport = Transport.parse(name.get());
    if (transport.isEmpty()) {
      throw illegal(name.get(), Option.TRANSPORT);
    } else if (!transport.get().leadsElsewhere() && arguments.has(Option.HOST)) {
      throw new Misuse(
          "--host takes auto, private, system-bus or initctl, not --transport " + transport.get());
    }
    return transport;
  }

  /** The choice of initctl, by its own options and the environment. */
  private BusPlace byInitctl() {
    Optional<String> session = session();
    Optional<BusPlace> chosen = chosen(session);
    BusPlace place = chosen.isPresent() ? chosen.get() : byUser();
    if (place instanceof BusPlace.UserSession && session.isEmpty()) {
      throw new IllegalStateException(
          SESSION + " isn't set in the environment. Unable to locate the Upstart instance.");
    }
    return place;
  }

  /** What the options of initctl and the environment name; else initctl is left the choice. */
  private Optional<BusPlace> chosen(Optional<String> session) {
    Optional<Option> bus = arguments.last(List.of(Option.SYSTEM, Option.SESSION));
    boolean isInSession = session.isPresent() && !session.get().isEmpty();
    if (arguments.has(Option.USER) || (bus.isEmpty() && isInSession)) {
      requireNoName();
      return Optional.of(new BusPlace.UserSession(session));
    }
    if (bus.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        bus.get().equals(Option.SYSTEM) ? BusPlace.Usual.SYSTEM_BUS : BusPlace.Usual.SESSION_BUS);
  }

  /** Root has a socket of its own, everybody else the bus. */
  private BusPlace byUser() {
    if (!isRoot()) {
      return BusPlace.Usual.SYSTEM_BUS;
    }
    requireNoName();
    return BusPlace.Usual.PRIVATE_SOCKET;
  }

  /** Only on a bus there are names. */
  private void requireNoName() {
    if (arguments.has(Option.DEST)) {
      throw new Misuse("--dest given without --system");
    }
  }

  private static boolean isRoot() {
    try {
      @Nullable Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return Integer.valueOf(0).equals(user);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
