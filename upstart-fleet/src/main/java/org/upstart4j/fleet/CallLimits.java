package org.upstart4j.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * How many hosts are asked at once, and how long a call may take.
 *
 * @param forks how many hosts are asked at once
 * @param host how long one host may take, connecting included
 * @param all how long all hosts together may take; nothing if that has no limit
 */
public record CallLimits(int forks, Duration host, Optional<Duration> all) {

  /** 32 hosts at once, and a minute a host. */
  public static final CallLimits DEFAULT =
      new CallLimits(32, Duration.ofMinutes(1), Optional.empty());

  /**
   * Makes limits.
   *
   * @param forks how many hosts are asked at once
   * @param host how long one host may take
   * @param all how long all hosts together may take
   * @throws IllegalArgumentException if one of them is not more than 0
   */
  public CallLimits {
    if (forks < 1) {
      throw new IllegalArgumentException("At least one host must be asked at once: " + forks);
    }
    requirePositive(host);
    all.ifPresent(CallLimits::requirePositive);
  }

  private static void requirePositive(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("A limit of time must be more than 0: " + limit);
    }
  }

  /**
   * {@return a copy with another number of hosts at once}
   *
   * @param number how many
   */
  public CallLimits withForks(int number) {
    return new CallLimits(number, host, all);
  }

  /**
   * {@return a copy with another limit for a host}
   *
   * @param limit how long one host may take
   */
  public CallLimits withHost(Duration limit) {
    return new CallLimits(forks, limit, all);
  }

  /**
   * {@return a copy with another limit for all hosts together}
   *
   * @param limit how long they may take
   */
  public CallLimits withAll(Duration limit) {
    return new CallLimits(forks, host, Optional.of(limit));
  }
}
