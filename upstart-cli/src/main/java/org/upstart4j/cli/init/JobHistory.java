package org.upstart4j.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.EmbeddedUpstart;

/** Which jobs were started at all. */
final class JobHistory implements UpstartListener {

  private static final int MOST_NAMES = 10;

  private final Set<String> started = ConcurrentHashMap.newKeySet();
  private final Runnable changed;

  /** Begins with none. */
  JobHistory(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    if (goal.equals(Goal.START)) {
      started.add(job);
    }
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    if (state.equals(State.WAITING) || state.equals(State.RUNNING)) {
      changed.run();
    }
  }

  /** How the jobs stand, in a line. */
  String summary(EmbeddedUpstart upstart) {
    Set<String> running = new TreeSet<>();
    for (JobStatus status : upstart.statuses()) {
      if (status.isRunning()) {
        running.add(JobStatus.label(status.job(), status.instance()));
      }
    }
    Set<String> idle = new TreeSet<>();
    for (Job job : upstart.jobs()) {
      if (!started.contains(job.name()) && job.startOn().isPresent()) {
        idle.add(job.name());
      }
    }
    Map<String, String> failures = new TreeMap<>(upstart.failures());
    List<String> parts = new ArrayList<>();
    parts.add(names(running, "nothing") + (running.size() > 1 ? " run" : " runs"));
    failures.forEach((label, failure) -> parts.add(label + " has failed: " + failure));
    if (!idle.isEmpty()) {
      parts.add("not started so far: " + names(idle, ""));
    }
    return String.join("; ", parts);
  }

  private static String names(Set<String> names, String none) {
    if (names.isEmpty()) {
      return none;
    }
    String first = String.join(", ", names.stream().limit(MOST_NAMES).toList());
    return names.size() <= MOST_NAMES
        ? first
        : first + " and " + (names.size() - MOST_NAMES) + " more";
  }
}
