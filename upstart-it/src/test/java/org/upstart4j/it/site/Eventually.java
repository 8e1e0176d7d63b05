package org.upstart4j.it.site;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.upstart4j.Deadline;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;

/** Waits for what no signal tells. */
public final class Eventually {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  private Eventually() {}

  /**
   * Waits until a condition holds.
   *
   * @param what what the condition is, for errors
   * @throws UpstartTimeoutException after a minute
   */
  public static void is(BooleanSupplier condition, String what) {
    is(PATIENCE, condition, what);
  }

  /**
   * Waits until a condition holds.
   *
   * @param patience how long
   * @param what what the condition is, for errors
   * @throws UpstartTimeoutException if it takes longer
   */
  public static void is(Wait patience, BooleanSupplier condition, String what) {
    Deadline deadline = Deadline.of(patience);
    while (!condition.getAsBoolean()) {
      deadline.sleep(Duration.ofMillis(10), what);
    }
  }

  /** Returns whether an Upstart knows a job of that name. */
  public static boolean isKnown(Upstart upstart, String job) {
    try {
      upstart.job(job);
      return true;
    } catch (UnknownJobException notYet) {
      return false;
    }
  }
}
