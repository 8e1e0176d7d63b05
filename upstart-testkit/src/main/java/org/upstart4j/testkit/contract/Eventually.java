package org.upstart4j.testkit.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.upstart4j.Deadline;

/** Looks again and again, where nothing says when to look. */
final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private Eventually() {}

  /** Waits until that is so. */
  static void is(BooleanSupplier condition, String what) {
    Deadline deadline = Deadline.of(Trial.PATIENCE);
    while (!condition.getAsBoolean()) {
      deadline.sleep(PAUSE, what);
    }
  }
}
