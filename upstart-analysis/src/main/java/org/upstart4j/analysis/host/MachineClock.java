package org.upstart4j.analysis.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The clocks of this machine.
 *
 * @param wall the one that people read
 * @param zone where they do
 * @param steadyNanos the one that nobody sets
 */
record MachineClock(InstantSource wall, ZoneId zone, LongSupplier steadyNanos) {

  /** On Linux, System.nanoTime counts as CLOCK_MONOTONIC does, by which Upstart counts. */
  static MachineClock system() {
    return new MachineClock(InstantSource.system(), ZoneId.systemDefault(), System::nanoTime);
  }

  /** How long ago something was; a moment that is still to come was just now. */
  Duration since(Instant moment) {
    Duration ago = Duration.between(moment, wall.instant());
    return ago.isNegative() ? Duration.ZERO : ago;
  }

  Duration steady() {
    return Duration.ofNanos(steadyNanos.getAsLong());
  }
}
