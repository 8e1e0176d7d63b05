package org.upstart4j.fleet.rolling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.fleet.Host;

/**
 * How many hosts are changed at once, and when a change stops.
 *
 * @param batch how many hosts make a batch; the next one begins when all of it are done
 * @param canary how many hosts are changed before all others; if one of them fails, the change
 *     stops
 * @param pause how long to wait between batches
 * @param maxFailures the change stops as soon as so many hosts have failed, over all batches;
 *     shares are of all hosts
 * @param stays how long the job must stay up on a host until that counts as done
 */
public record RollingPlan(
    Share batch, int canary, Duration pause, Share maxFailures, Duration stays) {

  /**
   * Makes a plan.
   *
   * @param batch how many hosts make a batch
   * @param canary how many hosts are changed before all others
   * @param pause how long to wait between batches
   * @param maxFailures with how many failures the change stops
   * @param stays how long the job must stay up
   * @throws IllegalArgumentException if the number of canaries or a time is negative
   */
  public RollingPlan {
    if (canary < 0) {
      throw new IllegalArgumentException("There can't be fewer than 0 canaries: " + canary);
    } else if (pause.isNegative() || stays.isNegative()) {
      throw new IllegalArgumentException("A time must not be negative: " + pause + ", " + stays);
    }
  }

  /**
   * {@return a plan without canary and pause, that stops at the first failure, and asks of no job
   * to stay up}
   *
   * @param batch how many hosts make a batch
   */
  public static RollingPlan of(Share batch) {
    return new RollingPlan(batch, 0, Duration.ZERO, Share.of(1), Duration.ZERO);
  }

  /**
   * {@return a copy with canaries}
   *
   * @param count how many hosts are changed before all others
   */
  public RollingPlan withCanary(int count) {
    return new RollingPlan(batch, count, pause, maxFailures, stays);
  }

  /**
   * {@return a copy with a pause}
   *
   * @param time how long to wait between batches
   */
  public RollingPlan withPause(Duration time) {
    return new RollingPlan(batch, canary, time, maxFailures, stays);
  }

  /**
   * {@return a copy with another limit of failures}
   *
   * @param limit with how many failures the change stops
   */
  public RollingPlan withMaxFailures(Share limit) {
    return new RollingPlan(batch, canary, pause, limit, stays);
  }

  /**
   * {@return a copy with another time}
   *
   * @param time how long the job must stay up
   */
  public RollingPlan withStays(Duration time) {
    return new RollingPlan(batch, canary, pause, maxFailures, time);
  }

  /**
   * {@return the batches, in their order; the canaries are the first one}
   *
   * @param hosts the hosts that are left to change
   * @param all how many hosts there are in all; those that are not left have been changed before
   */
  public List<List<Host>> batches(List<Host> hosts, int all) {
    List<List<Host>> batches = new ArrayList<>();
    int begin = canaries(hosts.size(), all);
    if (begin > 0) {
      batches.add(List.copyOf(hosts.subList(0, begin)));
    }
    int size = batch.among(all);
    while (begin < hosts.size()) {
      int end = Math.min(hosts.size() - begin, size) + begin;
      batches.add(List.copyOf(hosts.subList(begin, end)));
      begin = end;
    }
    return batches;
  }

  /** Returns how many canaries are left to change. */
  int canaries(int left, int all) {
    return Math.min(left, Math.max(0, canary - (all - left)));
  }
}
