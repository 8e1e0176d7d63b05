package org.upstart4j.dbus.internal.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to wait before trying again: twice as long after each failure, up to a limit. Only a
 * success that lasts longer than that limit resets the pauses, so that what fails right after it
 * began is not retried in a tight loop. Thread-safe.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private Duration next = FIRST;
  private long heldSince;
  private boolean holds;

  public Backoff() {
    this(System::nanoTime);
  }

  /**
   * Makes pauses with another clock.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  Backoff(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes a success. */
  public synchronized void worked() {
    if (!holds) {
      holds = true;
      heldSince = nanoTime.getAsLong();
    }
  }

  /** Notes a failure, and returns how long to wait. */
  public synchronized Duration failed() {
    if (holds && nanoTime.getAsLong() - heldSince > LONGEST.toNanos()) {
      next = FIRST;
    }
    holds = false;
    Duration pause = next;
    Duration twice = pause.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return pause;
  }
}
