package org.upstart4j.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Event;
import org.upstart4j.JobStatus;

/** Goes through the moments of a course, and puts together what they say of each instance. */
final class CourseReading {

  private final Set<String> standIns;
  private final Map<String, InstanceRecord> instances = new LinkedHashMap<>();
  private final Map<String, CourseFailure.Cause> lastEnds = new HashMap<>();
  private final List<CourseFailure> failures = new ArrayList<>();
  private final Set<DefaultProgram> byDefault = new LinkedHashSet<>();
  private final Map<Event, Integer> open = new LinkedHashMap<>();

  CourseReading(List<Moment> moments, Set<String> standIns) {
    this.standIns = standIns;
    moments.forEach(this::take);
  }

  List<InstanceCourse> instances() {
    return instances.values().stream()
        .map(InstanceRecord::course)
        .flatMap(Optional::stream)
        .toList();
  }

  List<CourseFailure> failures() {
    return List.copyOf(failures);
  }

  List<DefaultProgram> byDefault() {
    return List.copyOf(byDefault);
  }

  /** The events that have not come to their end, each as often as it was emitted. */
  List<Event> open() {
    List<Event> events = new ArrayList<>();
    open.forEach(
        (event, count) -> {
          for (int i = 0; i < count; i++) {
            events.add(event);
          }
        });
    return events;
  }

  private void take(Moment moment) {
    if (moment instanceof Moment.Emitted emitted) {
      open.merge(emitted.event(), 1, Integer::sum);
      nameTooFast(emitted.event());
    } else if (moment instanceof Moment.Finished finished) {
      open.computeIfPresent(
          finished.event(), (event, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    } else if (moment instanceof Moment.NewGoal goal) {
      record(goal).take(goal);
    } else if (moment instanceof Moment.NewState state) {
      record(state).take(state);
    } else if (moment instanceof Moment.Spawned spawned) {
      take(spawned);
    } else if (moment instanceof Moment.NotRun failed) {
      lastEnds.put(
          label(failed), new CourseFailure.NoProcess(failed.process().text(), failed.reason()));
    } else if (moment instanceof Moment.Ended ended) {
      lastEnds.put(
          label(ended), new CourseFailure.OfProcess(ended.process().text(), ended.status()));
    } else if (moment instanceof Moment.Failed failed) {
      take(failed);
    }
  }

  private void take(Moment.Spawned spawned) {
    if (spawned.isByDefault() && !standIns.contains(spawned.job())) {
      byDefault.add(new DefaultProgram(spawned.job(), spawned.process(), spawned.command()));
    }
  }

  private void take(Moment.Failed failed) {
    CourseFailure.Cause cause =
        lastEnds.getOrDefault(label(failed), new CourseFailure.OfProcess("main", failed.status()));
    failures.add(new CourseFailure(failed.at(), failed.job(), failed.instance(), cause));
  }

  /** An instance that was respawned too fast says so in its next event only. */
  private void nameTooFast(Event event) {
    if (failures.isEmpty() || !event.variables().get("PROCESS").equals(Optional.of("respawn"))) {
      return;
    }
    for (int i = failures.size() - 1; i >= 0; i--) {
      CourseFailure failure = failures.get(i);
      if (event.variables().get("JOB").equals(Optional.of(failure.job()))
          && event.variables().get("INSTANCE").equals(Optional.of(failure.instance()))) {
        failures.set(
            i,
            new CourseFailure(
                failure.at(), failure.job(), failure.instance(), new CourseFailure.TooFast()));
        return;
      }
    }
  }

  private InstanceRecord record(Moment.OfInstance moment) {
    return instances.computeIfAbsent(
        label(moment),
        label ->
            new InstanceRecord(moment.job(), moment.instance(), standIns.contains(moment.job())));
  }

  private static String label(Moment.OfInstance moment) {
    return JobStatus.label(moment.job(), moment.instance());
  }
}
