package org.upstart4j.cli.initctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.reach.Way;

/** Chooses the way to an Upstart by the options and the environment, as initctl does. */
final class Ways {

  private static final String SESSION = "UPSTART_SESSION";

  private Ways() {}

  static Reach of(Arguments arguments, Map<String, String> variables) {
    @Nullable String session = variables.get(SESSION);
    Way way = way(arguments, session);
    @Nullable String address = way == Way.USER_SESSION ? session : null;
    return new Reach(
        way,
        address,
        arguments.value(Option.CONFDIR).orElse(null),
        timeout(arguments).orElse(null));
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

  private static Way way(Arguments arguments, @Nullable String session) {
    Optional<String> named = arguments.value(Option.TRANSPORT);
    if (named.isPresent()) {
      return Way.parse(named.get())
          .orElseThrow(
              () -> new Misuse("illegal argument: " + named.get() + "; there are " + Way.all()));
    }
    Optional<Option> bus = arguments.last(List.of(Option.SYSTEM, Option.SESSION));
    if (arguments.has(Option.USER) || (bus.isEmpty() && session != null && !session.isEmpty())) {
      if (session == null) {
        throw new Refused(
            SESSION + " isn't set in the environment. Unable to locate the Upstart instance.");
      }
      requireNoName(arguments);
      return Way.USER_SESSION;
    }
    return bus.isEmpty()
        ? byUser(arguments)
        : bus.get().equals(Option.SYSTEM) ? Way.SYSTEM_BUS : Way.SESSION_BUS;
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
