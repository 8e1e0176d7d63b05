package org.upstart4j.micrometer.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one registry holds of one job. Each series is made when there is something to say. Not
 * thread-safe, but for reading.
 */
final class JobMeters {

  private final MeterRegistry registry;
  private final Tags tags;
  private final Set<Meter> counters = new LinkedHashSet<>();
  private final Map<String, Level> states = new HashMap<>();
  private @Nullable Level running;
  private @Nullable Level startTime;

  JobMeters(MeterRegistry registry, Tags tags) {
    this.registry = registry;
    this.tags = tags;
  }

  void running(double value) {
    running = put(running, Metric.RUNNING, tags, value);
  }

  void startTime(OptionalDouble seconds) {
    if (seconds.isPresent()) {
      startTime = put(startTime, Metric.START_TIME, tags, seconds.getAsDouble());
    } else {
      remove(startTime);
      startTime = null;
    }
  }

  void states(Map<String, Integer> counts) {
    for (String state : Set.copyOf(states.keySet())) {
      if (!counts.containsKey(state)) {
        remove(states.remove(state));
      }
    }
    counts.forEach(
        (state, count) ->
            states.put(
                state, put(states.get(state), Metric.STATE, tags.and("state", state), count)));
  }

  private Level put(@Nullable Level level, Metric metric, Tags its, double value) {
    if (level == null) {
      return new Level(registry, metric, its, value);
    }
    level.set(value);
    return level;
  }

  void count(Metric metric, Tags more) {
    Counter counter =
        Counter.builder(metric.id())
            .description(metric.meaning())
            .tags(tags.and(more))
            .register(registry);
    counters.add(counter);
    counter.increment();
  }

  void started(Duration took) {
    Timer timer =
        Timer.builder(Metric.STARTING.id())
            .description(Metric.STARTING.meaning())
            .tags(tags)
            .register(registry);
    counters.add(timer);
    timer.record(took);
  }

  /** Removes what says how it stands now, as nobody knows. */
  void hide() {
    remove(running);
    running = null;
    startTime(OptionalDouble.empty());
    states(Map.of());
  }

  /** Removes all. */
  void remove() {
    hide();
    counters.forEach(registry::remove);
    counters.clear();
  }

  private void remove(@Nullable Level level) {
    if (level != null) {
      registry.remove(level.meter());
    }
  }
}
