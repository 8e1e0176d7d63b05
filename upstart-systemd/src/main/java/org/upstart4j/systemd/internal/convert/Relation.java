package org.upstart4j.systemd.internal.convert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.PlacedCondition;

/**
 * Which events about another job a job waits for. They belong together, as systemd has one order of
 * two units for their start and, turned round, for their stop.
 *
 * @param job the job
 * @param other the other job
 * @param starts the events about it that start the job
 * @param stops the events about it that stop the job
 */
record Relation(JobUnit job, OtherJob other, Set<String> starts, Set<String> stops) {

  static Relation of(JobUnit job, OtherJob other) {
    return new Relation(
        job,
        other,
        events(job.job().startCondition(), other),
        events(job.job().stopCondition(), other));
  }

  private static Set<String> events(Optional<PlacedCondition> condition, OtherJob other) {
    return condition.map(PlacedCondition::events).orElse(List.of()).stream()
        .filter(event -> event.jobName().filter(other.name()::equals).isPresent())
        .map(Awaited::event)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it starts before the other one; then it stops after it. */
  boolean isBefore() {
    return starts.contains("starting");
  }

  /** Whether it comes before what all units with default dependencies wait for. */
  boolean isEarly() {
    return isBefore() && other.converted().isEmpty() && StockUnits.isEarly(other.unit());
  }

  /** Whether it starts after the other one; then it stops before it. */
  boolean isAfter() {
    boolean follows = starts.contains("started") && !other.isTask();
    boolean precedes = stops.contains("stopping") && !starts.contains("stopped");
    return !isBefore() && (follows || precedes);
  }

  /** The order of the two; nothing if they need none. */
  Optional<Line> order() {
    if (!isBefore() && !isAfter()) {
      return Optional.empty();
    }
    if (other.isTemplate() && other.converted().isPresent()) {
      String key = isBefore() ? "After" : "Before";
      return Optional.of(Line.unit(other.converted().get().draft(), key, job.draft().name()));
    }
    String key = isBefore() ? "Before" : "After";
    return other.isTemplate()
        ? Optional.empty()
        : Optional.of(Line.unit(job.draft(), key, other.unit()));
  }

  /** Whether the job can only be up while the other one is. */
  boolean isBound() {
    boolean onlyThat =
        job.job().startCondition().filter(condition -> condition.events().size() == 1).isPresent();
    return onlyThat
        && !isBefore()
        && !other.isTemplate()
        && !other.isTask()
        && !job.isTemplate()
        && starts.contains("started")
        && (job.options().has(249)
            ? stops.contains("stopping") && other.mayNotComeUp()
            : stops.contains("stopping") || stops.contains("stopped"));
  }

  /** What stops the job with the other one. */
  List<Line> stopping() {
    if (isBound()) {
      return List.of(Line.unit(job.draft(), "BindsTo", other.unit()));
    }
    if (other.isTemplate() && other.converted().isPresent()) {
      return List.of(
          Line.unit(other.converted().get().draft(), "PropagatesStopTo", job.draft().name()));
    }
    Line stop = Line.unit(job.draft(), "StopPropagatedFrom", other.unit());
    Line restart = Line.unit(job.draft(), "PartOf", other.unit());
    boolean isRestarted = stops.contains("stopping");
    return job.options().has(249)
        ? Stream.of(restart, stop).filter(line -> line.equals(stop) || isRestarted).toList()
        : List.of(restart);
  }
}
