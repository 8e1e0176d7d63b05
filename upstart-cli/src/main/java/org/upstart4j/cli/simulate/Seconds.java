package org.upstart4j.cli.simulate;

import java.time.Duration;
import java.util.Locale;

/** Simulated times, in seconds. */
final class Seconds {

  private Seconds() {}

  /** For people: {@code 1.250}. */
  static String text(Duration time) {
    return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
  }

  /** For programs: {@code 1.25}. */
  static double number(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
