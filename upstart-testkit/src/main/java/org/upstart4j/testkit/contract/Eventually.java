package org.upstart4j.testkit.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.upstart4j.Deadline;

/** Polls, where nothing says when to look. */
final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private Eventually() {}

  /** Waits until a condition holds. */
  static void is(BooleanSupplier condition, String what) {
    Deadline deadline = Deadline.of(Trial.PATIENCE);
    while (!condition.getAsBoolean()) {
      deadline.sleep(PAUSE, what);
    }
  }
}
