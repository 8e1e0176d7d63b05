package org.upstart4j.micrometer.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Version;

/**
 * What one registry holds of one Upstart. {@link Target} makes the calls, one at a time; who reads
 * the registry waits for none of them.
 */
public final class RegistryMeters {

  private static final double MILLIS = 1000;

  private final MeterRegistry registry;
  private final Tags tags;
  private final Level up;
  private final Counter lost;
  private final Counter missed;
  private final Map<String, Counter> events = new HashMap<>();
  private final Map<JobKey, JobMeters> jobs = new LinkedHashMap<>();

  /** What is there only while Upstart answers. */
  private final Map<String, Level> states = new LinkedHashMap<>();

  private @Nullable Level info;
  private @Nullable Tags infoTags;
  private @Nullable Level duration;
  private @Nullable Level time;

  /**
   * Registers what is there from the beginning.
   *
   * @param registry the registry
   * @param tags what all series have
   */
  public RegistryMeters(MeterRegistry registry, Tags tags) {
    this.registry = registry;
    this.tags = tags;
    this.up = new Level(registry, Metric.UP, tags, 0);
    this.lost = counter(Metric.CONNECTION_LOST, tags);
    this.missed = counter(Metric.SIGNALS_MISSED, tags);
  }

  private Counter counter(Metric metric, Tags its) {
    return Counter.builder(metric.id()).description(metric.meaning()).tags(its).register(registry);
  }

  void answered(Answer answer, Picture picture) {
    up.set(1);
    double seconds = answer.took().toNanos() / (double) Duration.ofSeconds(1).toNanos();
    duration = put(duration, Metric.ANSWER_DURATION, tags, seconds);
    time = put(time, Metric.ANSWER_TIME, tags, registry.config().clock().wallTime() / MILLIS);
    info(tags.and("version", text(answer.version()), "transport", answer.transport()));
    states(picture.states());
    forget(picture.running().keySet());
    picture.running().forEach((key, value) -> job(key).running(value));
  }

  private void info(Tags its) {
    if (info == null || !its.equals(infoTags)) {
      remove(info);
      info = new Level(registry, Metric.INFO, its, 1);
      infoTags = its;
    }
  }

  /** Its number, without the name of the program. */
  private static String text(Version version) {
    StringJoiner text = new StringJoiner(".");
    version.numbers().forEach(number -> text.add(String.valueOf(number)));
    return version.numbers().isEmpty() ? version.text() : text.toString();
  }

  /** A state that was there once stays, with 0. */
  private void states(Map<String, Integer> counts) {
    states.forEach((state, level) -> level.set(counts.getOrDefault(state, 0)));
    counts.forEach(
        (state, count) ->
            states.put(
                state, put(states.get(state), Metric.JOBS, tags.and("state", state), count)));
  }

  private Level put(@Nullable Level level, Metric metric, Tags its, double value) {
    if (level == null) {
      return new Level(registry, metric, its, value);
    }
    level.set(value);
    return level;
  }

  private void forget(Set<JobKey> present) {
    for (JobKey key : Set.copyOf(jobs.keySet())) {
      if (!present.contains(key)) {
        job(key).remove();
        jobs.remove(key);
      }
    }
  }

  /** What is known only while Upstart answers goes, but for how often something happened. */
  void unanswered() {
    up.set(0);
    remove(info);
    info = null;
    remove(duration);
    duration = null;
    states.values().forEach(this::remove);
    states.clear();
    jobs.values().forEach(JobMeters::hide);
  }

  void lost() {
    lost.increment();
  }

  void missed(long count) {
    missed.increment((double) count);
  }

  void event(String name) {
    events
        .computeIfAbsent(name, fresh -> counter(Metric.EVENTS, tags.and("event", fresh)))
        .increment();
  }

  JobMeters job(JobKey key) {
    return jobs.computeIfAbsent(key, fresh -> new JobMeters(registry, tags.and(fresh.tags())));
  }

  /** Removes all. */
  void close() {
    unanswered();
    remove(up);
    remove(time);
    registry.remove(lost);
    registry.remove(missed);
    events.values().forEach(registry::remove);
    jobs.values().forEach(JobMeters::remove);
  }

  private void remove(@Nullable Level level) {
    if (level != null) {
      registry.remove(level.meter());
    }
  }
}
