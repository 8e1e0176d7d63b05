package org.upstart4j.fleet;

import java.time.Duration;
import org.upstart4j.UpstartException;

/**
 * How a call ended on one host.
 *
 * @param <T> what the call returns
 */
public sealed interface HostResult<T> {

  /** {@return the host} */
  Host host();

  /**
   * The call returned a value.
   *
   * @param <T> what the call returns
   * @param host the host
   * @param value what it returned
   * @param took how long it took, connecting included
   */
  record Answer<T>(Host host, T value, Duration took) implements HostResult<T> {}

  /**
   * The call failed: it threw, or it took too long. An exception that is not Upstart's is the cause
   * of an {@link org.upstart4j.UnexpectedErrorException}. What was asked of a host that took too
   * long may still happen there.
   *
   * @param <T> what the call returns
   * @param host the host
   * @param error why
   * @param took how long it took, connecting included
   */
  record Failure<T>(Host host, UpstartException error, Duration took) implements HostResult<T> {}

  /**
   * The call was not begun: the time for all hosts was over before, or the fleet was closed.
   *
   * @param <T> what the call returns
   * @param host the host
   * @param reason why, a whole sentence without a full stop
   */
  record Untried<T>(Host host, String reason) implements HostResult<T> {}
}
