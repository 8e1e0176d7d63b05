package org.upstart4j;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a call waits for what it sets off: not at all, for as long as it takes, or up to a
 * limit. Whatever a call waits for, an interruption of its thread ends the waiting with an {@link
 * UpstartInterruptedException}.
 */
public final class Wait {

  /** Return as soon as Upstart has taken the command. */
  public static final Wait NO_WAIT = new Wait(false, null);

  /**
   * Return when a service runs, a task has ended, a job has stopped, or all that an event set off
   * has come to its end. That can take for ever.
   */
  public static final Wait FOREVER = new Wait(true, null);

  private final boolean waits;
  private final @Nullable Duration limit;

  private Wait(boolean waits, @Nullable Duration limit) {
    this.waits = waits;
    this.limit = limit;
  }

  /**
   * Waits as {@link #FOREVER} does, but no longer than this; then the call ends with an {@link
   * UpstartTimeoutException}.
   *
   * @param limit how long to wait at most
   * @return the limited wait
   * @throws IllegalArgumentException if the limit is negative
   */
  public static Wait atMost(Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("A wait must not be negative: " + limit);
    }
    return new Wait(true, limit);
  }

  /** {@return whether the call waits for what it sets off; false for {@link #NO_WAIT}} */
  public boolean waits() {
    return waits;
  }

  /** {@return how long to wait at most; nothing if there is no limit} */
  public Optional<Duration> limit() {
    return Optional.ofNullable(limit);
  }

  @Override
  public String toString() {
    return !waits ? "no wait" : limit == null ? "forever" : "at most " + limit;
  }
}
