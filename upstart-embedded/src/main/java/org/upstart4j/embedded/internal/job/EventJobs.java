package org.upstart4j.embedded.internal.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.internal.event.LiveCondition;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.jobfile.internal.match.Operand;

/** The jobs that know one event, by their places among all jobs. */
final class EventJobs {

  /** A job, and those operands of its start condition that know the event. */
  private record Entry(long place, LiveJob job, List<Operand> operands) {

    /** Whether the event can mean anything to the job: most events mean nothing to most jobs. */
    boolean concerns(LiveEvent event) {
      if (!job.instances().isEmpty() || job.needsCgroups()) {
        return true;
      }
      for (int i = 0; i < operands.size(); i++) {
        if (operands.get(i).fits(event, List.of())) {
          return true;
        }
      }
      return false;
    }
  }

  private final String event;
  private final TreeMap<Long, LiveJob> jobs = new TreeMap<>();
  private Entry @Nullable [] inOrder;
  private int changes;

  EventJobs(String event) {
    this.event = event;
  }

  void add(long place, LiveJob job) {
    jobs.put(place, job);
    changed();
  }

  void remove(long place) {
    jobs.remove(place);
    changed();
  }

  private void changed() {
    inOrder = null;
    changes++;
  }

  /**
   * Goes through the jobs, including those that come meanwhile, until the action says that this is
   * enough. Jobs hardly ever come or go, so an array serves until one does.
   */
  void forEach(LiveEvent event, Predicate<LiveJob> action) {
    Entry[] all = array();
    int before = changes;
    for (Entry next : all) {
      if (next.concerns(event) && !action.test(next.job())) {
        return;
      }
      if (changes != before) {
        forEachAfter(next.place(), action);
        return;
      }
    }
  }

  private void forEachAfter(long place, Predicate<LiveJob> action) {
    Map.Entry<Long, LiveJob> next = jobs.higherEntry(place);
    while (next != null && action.test(next.getValue())) {
      next = jobs.higherEntry(next.getKey());
    }
  }

  private Entry entry(long place, LiveJob job) {
    LiveCondition startOn = job.startOn();
    return new Entry(place, job, startOn == null ? List.of() : startOn.condition().operands(event));
  }

  private Entry[] array() {
    Entry[] known = inOrder;
    if (known == null) {
      known =
          jobs.entrySet().stream()
              .map(entry -> entry(entry.getKey(), entry.getValue()))
              .toArray(Entry[]::new);
      inOrder = known;
    }
    return known;
  }
}
