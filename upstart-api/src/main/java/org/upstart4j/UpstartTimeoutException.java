package org.upstart4j;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The caller's deadline has passed. What the caller asked for goes on in Upstart and may still
 * happen.
 */
public final class UpstartTimeoutException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /**
   * Makes the error.
   *
   * @param what what the caller waited for, to complete "while waiting for"
   * @param limit how long the caller was ready to wait
   */
  public UpstartTimeoutException(String what, Duration limit) {
    super("Timed out after " + seconds(limit) + " s while waiting for " + what, null);
    this.limit = limit;
  }

  private static String seconds(Duration limit) {
    return BigDecimal.valueOf(limit.getSeconds())
        .add(BigDecimal.valueOf(limit.getNano(), 9))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** {@return how long the caller was ready to wait} */
  public Duration limit() {
    return limit;
  }
}
