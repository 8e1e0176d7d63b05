package org.upstart4j.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/** Writes what an Upstart tells into a history. */
final class SignalLines implements UpstartListener {

  /**
   * States that only newer Upstarts have, and in which nothing happens that other lines don't tell.
   */
  private static final Set<State> UNTOLD =
      Set.of(
          State.SECURITY_SPAWNING,
          State.SECURITY,
          State.PRE_STARTING,
          State.SPAWNING,
          State.POST_STARTING,
          State.PRE_STOPPING,
          State.POST_STOPPING);

  private final History history;
  private final Map<String, Goal> goals = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();

  SignalLines(History history) {
    this.history = history;
  }

  @Override
  public void jobAdded(String job) {
    history.add(job + " added");
  }

  @Override
  public void jobRemoved(String job) {
    history.add(job + " removed");
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    String label = JobStatus.label(job, instance);
    goals.put(label, goal);
    add(label);
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    String label = JobStatus.label(job, instance);
    states.put(label, state);
    if (!UNTOLD.contains(state)) {
      add(label);
    }
  }

  private void add(String label) {
    Goal goal = goals.getOrDefault(label, Goal.STOP);
    State state = states.getOrDefault(label, State.WAITING);
    history.add(label + " " + goal + "/" + state);
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    history.add(JobStatus.label(job, instance) + " failed" + reason(status));
  }

  private static String reason(ExitStatus status) {
    return status.equals(ExitStatus.NOT_RUN) ? " to run a process" : " with " + ending(status);
  }

  /** Returns how a process ended. */
  static String ending(ExitStatus status) {
    return status instanceof ExitStatus.Killed killed
        ? "signal " + killed.signal()
        : "exit status " + status.number();
  }

  @Override
  public void eventEmitted(Event event) {
    history.add("event " + event);
  }
}
