package org.upstart4j.cli.initctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Way;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.jobfile.stanza.Dialect;

/** Chooses the way to an Upstart by the options and the environment, as initctl does. */
public final class Ways {

  private static final String SESSION = "UPSTART_SESSION";

  private Ways() {}

  /**
   * The way that options name, spelled as for initctl.
   *
   * @throws IllegalArgumentException if they make no sense
   * @throws IllegalStateException if the environment lacks what they need
   */
  public static Reach of(List<String> options) {
    List<Option> known = new ArrayList<>(Option.GLOBAL);
    known.addAll(Option.BEYOND);
    return of(Arguments.parse(known, options), System.getenv());
  }

  static Reach of(Arguments arguments, Map<String, String> variables) {
    @Nullable String host = arguments.value(Option.HOST).map(Ways::destination).orElse(null);
    @Nullable String session = host == null ? variables.get(SESSION) : null;
    Optional<Way> named = named(arguments);
    Way way = host == null ? named.orElseGet(() -> byInitctl(arguments, session)) : Way.INITCTL;
    if (way == Way.INITCTL && arguments.has(Option.DEST)) {
      throw new Misuse("--dest is for D-Bus, not for initctl");
    }
    Way via = way == Way.INITCTL ? through(arguments, session) : way;
    return new Reach(
        way,
        via,
        via == Way.USER_SESSION ? session : null,
        host,
        arguments.value(Option.DEST).orElse(null),
        arguments.value(Option.CONFDIR).orElse(null),
        dialect(arguments),
        timeout(arguments).orElse(null));
  }

  private static String destination(String host) {
    try {
      CommandRunner.ssh(host).close();
      return host;
    } catch (IllegalArgumentException none) {
      throw new Misuse(String.valueOf(none.getMessage()));
    }
  }

  private static Dialect dialect(Arguments arguments) {
    return arguments
        .value(Option.DIALECT)
        .map(
            text ->
                Dialect.find(text)
                    .orElseThrow(
                        () ->
                            new Misuse(
                                "illegal argument: " + text + "; there are upstart, chromeos")))
        .orElse(Dialect.UPSTART);
  }

  static Optional<Duration> timeout(Arguments arguments) {
    return arguments
        .value(Option.TIMEOUT)
        .map(
            text ->
                Durations.parse(text)
                    .filter(time -> !time.isZero())
                    .orElseThrow(() -> new Misuse("illegal argument: " + text)));
  }

  private static Optional<Way> named(Arguments arguments) {
    Optional<String> name = arguments.value(Option.TRANSPORT);
    Optional<Way> way = name.flatMap(Way::parse);
    if (way.isEmpty() && name.isPresent()) {
      throw new Misuse(
          "illegal argument: " + name.get() + "; there are " + String.join(", ", Way.words()));
    } else if (way.isPresent() && way.get() != Way.INITCTL && arguments.has(Option.HOST)) {
      throw new Misuse("--host takes initctl, not --transport " + way.get());
    }
    return way;
  }

  /** The choice of initctl, by its own options and the environment. */
  private static Way byInitctl(Arguments arguments, @Nullable String session) {
    Way way = through(arguments, session);
    if (way == Way.USER_SESSION && session == null) {
      throw new Refused(
          SESSION + " isn't set in the environment. Unable to locate the Upstart instance.");
    }
    return way == Way.AUTO ? byUser(arguments) : way;
  }

  /** What the options of initctl and the environment name; else initctl is left the choice. */
  private static Way through(Arguments arguments, @Nullable String session) {
    Optional<Option> bus = arguments.last(List.of(Option.SYSTEM, Option.SESSION));
    if (arguments.has(Option.USER) || (bus.isEmpty() && session != null && !session.isEmpty())) {
      requireNoName(arguments);
      return Way.USER_SESSION;
    } else if (bus.isEmpty()) {
      return Way.AUTO;
    }
    return bus.get().equals(Option.SYSTEM) ? Way.SYSTEM_BUS : Way.SESSION_BUS;
  }

  /** Root has a socket of its own, everybody else the bus. */
  private static Way byUser(Arguments arguments) {
    if (!isRoot()) {
      return Way.SYSTEM_BUS;
    }
    requireNoName(arguments);
    return Way.PRIVATE;
  }

  /** Only on a bus there are names. */
  private static void requireNoName(Arguments arguments) {
    if (arguments.has(Option.DEST)) {
      throw new Misuse("--dest given without --system");
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
