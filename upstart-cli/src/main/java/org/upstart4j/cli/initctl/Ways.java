package org.upstart4j.cli.initctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    boolean bus = arguments.has(Option.SYSTEM) || arguments.has(Option.SESSION);
    if (arguments.has(Option.USER) || (!bus && session != null && !session.isEmpty())) {
      if (session == null) {
        throw new Refused(
            SESSION + " isn't set in the environment. Unable to locate the Upstart instance.");
      }
      return Way.USER_SESSION;
    }
    return bus ? lastOf(arguments) : byUser(arguments);
  }

  /** Of two buses, the one that was named last. */
  private static Way lastOf(Arguments arguments) {
    Way way = Way.SYSTEM_BUS;
    for (Option option : arguments.options().keySet()) {
      if (option.equals(Option.SYSTEM)) {
        way = Way.SYSTEM_BUS;
      } else if (option.equals(Option.SESSION)) {
        way = Way.SESSION_BUS;
      }
    }
    return way;
  }

  /** Root has a socket of its own, everybody else the bus. */
  private static Way byUser(Arguments arguments) {
    if (!isRoot()) {
      return Way.SYSTEM_BUS;
    } else if (arguments.has(Option.DEST)) {
      throw new Misuse("--dest given without --system");
    }
    return Way.PRIVATE;
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
