package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.Event;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Follows all conditions, and finds the events that start and stop instances. */
final class Causation {

  /** How long after an event its effects may be heard. */
  private static final Duration DELAY = Duration.ofMillis(250);

  /** Within how many milliseconds what is heard counts as one moment. */
  static final long INSTANT = 50;

  private record Pending(Duration at, List<Integer> events) {}

  private record StopWatch(String job, Watch watch, List<String> variables) {}

  private final Map<String, Conditions> conditions;
  private final UpstartVersion version;
  private final Map<String, Watch> starts = new LinkedHashMap<>();
  private final Map<String, List<String>> startedByName = new HashMap<>();
  private final Map<String, List<String>> stoppedByName = new HashMap<>();
  private final Map<String, Map<String, StopWatch>> stops = new HashMap<>();
  private final Map<String, Pending> pendingStarts = new HashMap<>();
  private final Map<String, Pending> pendingStops = new HashMap<>();

  Causation(Map<String, Conditions> conditions, UpstartVersion version) {
    this.conditions = conditions;
    this.version = version;
    conditions.forEach(
        (job, each) -> {
          each.startOn().ifPresent(start -> starts.put(job, new Watch(start, version)));
          each.startOn().ifPresent(start -> index(startedByName, job, start));
          each.stopOn().ifPresent(stop -> index(stoppedByName, job, stop));
        });
  }

  private static void index(
      Map<String, List<String>> index, String job, EventExpression condition) {
    condition
        .matches()
        .map(EventMatch::event)
        .distinct()
        .forEach(event -> index.computeIfAbsent(event, name -> new ArrayList<>()).add(job));
  }

  /** An event happens. */
  void emitted(int number, Duration at, Event event) {
    Seen seen = new Seen(event.name(), event.variables().entries());
    for (String job : stoppedByName.getOrDefault(event.name(), List.of())) {
      stops.getOrDefault(job, Map.of()).forEach((row, stop) -> stop(number, at, seen, row, stop));
    }
    for (String job : startedByName.getOrDefault(event.name(), List.of())) {
      Watch watch = starts.get(job);
      if (watch != null) {
        watch
            .take(number, seen, List.of())
            .ifPresent(
                events -> {
                  pendingStarts.put(job, new Pending(at, events));
                  watch.reset();
                });
      }
    }
  }

  private void stop(int number, Duration at, Seen seen, String row, StopWatch stop) {
    stop.watch()
        .take(number, seen, stop.variables())
        .ifPresent(
            events -> {
              pendingStops.put(row, new Pending(at, events));
              stop.watch().reset();
            });
  }

  /** An instance begins: its stop condition counts from now on. */
  void begins(String job, String row, List<String> variables) {
    Optional.ofNullable(conditions.get(job))
        .flatMap(Conditions::stopOn)
        .ifPresent(
            stop ->
                stops
                    .computeIfAbsent(job, name -> new LinkedHashMap<>())
                    .put(row, new StopWatch(job, new Watch(stop, version), variables)));
  }

  /** An instance has ended. */
  void ends(String job, String row) {
    stops.getOrDefault(job, new HashMap<>()).remove(row);
  }

  /** The events that start a job now; none if they are not known. */
  List<Integer> startOf(String job, Duration now) {
    return claimed(pendingStarts, job, now);
  }

  /** The events that stop an instance now; none if they are not known. */
  List<Integer> stopOf(String row, Duration now) {
    return claimed(pendingStops, row, now);
  }

  private static List<Integer> claimed(Map<String, Pending> pending, String key, Duration now) {
    Pending claimed = pending.remove(key);
    return claimed == null || now.minus(claimed.at()).compareTo(DELAY) > 0
        ? List.of()
        : claimed.events();
  }

  /**
   * The condition of a job's start, if it still waits for something.
   *
   * @param all whether also if nothing of it has come
   */
  Optional<Watch> waiting(String job, boolean all) {
    return Optional.ofNullable(starts.get(job))
        .filter(watch -> !watch.unmet().isEmpty())
        .filter(watch -> all || !watch.met().isEmpty());
  }
}
