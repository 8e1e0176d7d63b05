package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.Optional;

/** Says how long something has lasted, as people do: {@code 4 min 3 s}. */
final class Age {

  private Age() {}

  static String text(Duration age) {
    if (age.toDays() > 0) {
      return parts(age.toDays(), "d", age.toHoursPart(), "h");
    }
    if (age.toHours() > 0) {
      return parts(age.toHours(), "h", age.toMinutesPart(), "min");
    }
    if (age.toMinutes() > 0) {
      return parts(age.toMinutes(), "min", age.toSecondsPart(), "s");
    }
    return age.toSeconds() + " s";
  }

  /** When something was, with a blank before it; nothing if that is not known. */
  static String ago(Optional<Duration> age) {
    return age.map(known -> " " + text(known) + " ago").orElse("");
  }

  /** When something was, after a comma; nothing if that is not known. */
  static String afterwards(Optional<Duration> age) {
    return age.map(known -> ", " + text(known) + " ago").orElse("");
  }

  private static String parts(long large, String unit, int small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
