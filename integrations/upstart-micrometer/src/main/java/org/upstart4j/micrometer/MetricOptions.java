package org.upstart4j.micrometer;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import org.upstart4j.micrometer.internal.JobKeys;
import org.upstart4j.micrometer.internal.Target;

/**
 * Which numbers there are, and how often an Upstart is asked. Immutable; each method returns a
 * copy.
 *
 * <pre>{@code
 * UpstartMetrics.of(upstart, MetricOptions.USUAL.including("web*", "db").every(Duration.ofSeconds(30)))
 *     .bindTo(registry);
 * }</pre>
 *
 * @param included patterns as shells know them: only jobs that one of them matches have series of
 *     their own; all jobs if there are none
 * @param excluded patterns of jobs that have none, even if they are included
 * @param perState whether a job also has a series for each state that it is in
 * @param perInstance whether each instance has series of its own, instead of its job
 * @param mostJobs how many jobs (or instances) have series of their own at most; all others share
 *     those of the name {@code other}
 * @param mostEvents how many names of events are counted apart at most; all others count as {@code
 *     other}
 * @param interval how long to wait after an answer before Upstart is asked again
 * @param limit how long an answer may take before Upstart counts as not answering
 * @param tags what all series have in addition
 */
public record MetricOptions(
    List<String> included,
    List<String> excluded,
    boolean perState,
    boolean perInstance,
    int mostJobs,
    int mostEvents,
    Duration interval,
    Duration limit,
    Tags tags) {

  /** All jobs, at most 500 apart, 50 names of events, asked every 10 seconds. */
  public static final MetricOptions USUAL =
      new MetricOptions(
          List.of(),
          List.of(),
          false,
          false,
          500,
          50,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Tags.empty());

  /**
   * Makes options.
   *
   * @param included patterns of jobs
   * @param excluded patterns of jobs
   * @param perState whether states have series
   * @param perInstance whether instances have series
   * @param mostJobs at least 0
   * @param mostEvents at least 0
   * @param interval longer than 0
   * @param limit longer than 0
   * @param tags what all series have in addition
   * @throws IllegalArgumentException if a number or a time is too small
   */
  public MetricOptions {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
    requireNoLess("mostJobs", mostJobs);
    requireNoLess("mostEvents", mostEvents);
    requireTime("The interval", interval);
    requireTime("The limit", limit);
  }

  /** What an Upstart is watched with. */
  Target target(Clock clock) {
    return new Target(
        new JobKeys(included, excluded, perInstance, mostJobs), perState, mostEvents, clock);
  }

  private static void requireNoLess(String what, int number) {
    if (number < 0) {
      throw new IllegalArgumentException(what + " is at least 0, not " + number);
    }
  }

  private static void requireTime(String what, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(what + " is longer than 0, not " + time);
    }
  }

  /**
   * {@return the same for jobs that a pattern matches}
   *
   * @param patterns for example {@code web*}
   */
  public MetricOptions including(String... patterns) {
    return new MetricOptions(
        List.of(patterns),
        excluded,
        perState,
        perInstance,
        mostJobs,
        mostEvents,
        interval,
        limit,
        tags);
  }

  /**
   * {@return the same without the jobs that a pattern matches}
   *
   * @param patterns for example {@code tty*}
   */
  public MetricOptions excluding(String... patterns) {
    return new MetricOptions(
        included,
        List.of(patterns),
        perState,
        perInstance,
        mostJobs,
        mostEvents,
        interval,
        limit,
        tags);
  }

  /** {@return the same with a series for each state that a job is in} */
  public MetricOptions withStates() {
    return new MetricOptions(
        included, excluded, true, perInstance, mostJobs, mostEvents, interval, limit, tags);
  }

  /** {@return the same with series for each instance, in addition tagged {@code job.instance}} */
  public MetricOptions withInstances() {
    return new MetricOptions(
        included, excluded, perState, true, mostJobs, mostEvents, interval, limit, tags);
  }

  /**
   * {@return the same with other bounds}
   *
   * @param jobs how many jobs have series of their own at most
   * @param events how many names of events do at most
   */
  public MetricOptions atMost(int jobs, int events) {
    return new MetricOptions(
        included, excluded, perState, perInstance, jobs, events, interval, limit, tags);
  }

  /**
   * {@return the same with another interval}
   *
   * @param time how long to wait before Upstart is asked again
   */
  public MetricOptions every(Duration time) {
    return new MetricOptions(
        included, excluded, perState, perInstance, mostJobs, mostEvents, time, limit, tags);
  }

  /**
   * {@return the same with another limit}
   *
   * @param time how long an answer may take
   */
  public MetricOptions within(Duration time) {
    return new MetricOptions(
        included, excluded, perState, perInstance, mostJobs, mostEvents, interval, time, tags);
  }

  /**
   * {@return the same with tags that all series have}
   *
   * @param all the tags
   */
  public MetricOptions tagged(Iterable<Tag> all) {
    return new MetricOptions(
        included,
        excluded,
        perState,
        perInstance,
        mostJobs,
        mostEvents,
        interval,
        limit,
        Tags.of(all));
  }
}
