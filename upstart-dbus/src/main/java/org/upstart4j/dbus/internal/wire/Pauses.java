package org.upstart4j.dbus.internal.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to wait before something is tried again: twice as long after each failure, up to a
 * limit. Only what has held for longer than that limit lets the pauses begin anew, so that what
 * fails right after it began is not tried again and again at once. Thread-safe.
 */
public final class Pauses {

  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private Duration next = FIRST;
  private long heldSince;
  private boolean holds;

  public Pauses() {
    this(System::nanoTime);
  }

  /**
   * Makes pauses by another clock.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  Pauses(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes note that it has worked. */
  public synchronized void worked() {
    if (!holds) {
      holds = true;
      heldSince = nanoTime.getAsLong();
    }
  }

  /** Takes note that it has failed; returns how long to wait. */
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
