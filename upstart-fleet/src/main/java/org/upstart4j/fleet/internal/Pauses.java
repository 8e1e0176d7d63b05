package org.upstart4j.fleet.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The pauses before attempts: each about twice as long as the one before, up to a limit, and none
 * exactly so, lest many hosts that were lost together come back together. Only a success that lasts
 * longer than the limit makes them short again. Thread-safe.
 */
public final class Pauses {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final double LEAST = 0.75;
  private static final double SPREAD = 0.5;

  private final LongSupplier nanoTime;
  private final DoubleSupplier chance;
  private Duration next = FIRST;
  private long heldSince;
  private boolean holds;

  /** Begins with the shortest pause. */
  public Pauses() {
    this(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
  }

  Pauses(LongSupplier nanoTime, DoubleSupplier chance) {
    this.nanoTime = nanoTime;
    this.chance = chance;
  }

  /** Notes a success. */
  public synchronized void worked() {
    holds = true;
    heldSince = nanoTime.getAsLong();
  }

  /** Notes a failure or a loss, and returns how long to wait. */
  public synchronized Duration failed() {
    if (holds && nanoTime.getAsLong() - heldSince > LONGEST.toNanos()) {
      next = FIRST;
    }
    holds = false;
    double factor = LEAST + SPREAD * chance.getAsDouble();
    Duration pause = Duration.ofNanos((long) (next.toNanos() * factor));
    Duration twice = next.multipliedBy(2);
    next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return pause;
  }
}
