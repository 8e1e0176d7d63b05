package org.upstart4j;

import java.time.Duration;

/**
 * The caller's deadline has passed. What was asked for goes on in Upstart, and may still happen.
 */
public final class UpstartTimeoutException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /**
   * Makes the error.
   *
   * @param what what was waited for, a part of a sentence
   * @param limit how long the caller was ready to wait
   */
  public UpstartTimeoutException(String what, Duration limit) {
    super("No end of " + what + " within " + limit, null);
    this.limit = limit;
  }

  /**
   * Returns how long the caller was ready to wait.
   *
   * @return the limit
   */
  public Duration limit() {
    return limit;
  }
}
