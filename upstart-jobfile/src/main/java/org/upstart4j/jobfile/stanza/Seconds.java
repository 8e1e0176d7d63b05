package org.upstart4j.jobfile.stanza;

import java.time.Duration;

/** Checks times, which job files give in whole seconds. */
final class Seconds {

  private Seconds() {}

  static void check(String what, Duration time) {
    if (time.isNegative() || !time.equals(Duration.ofSeconds(time.toSeconds()))) {
      throw new IllegalArgumentException(
          "A " + what + " takes whole seconds, 0 or more, not " + time);
    }
  }
}
