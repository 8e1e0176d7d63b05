package org.upstart4j.simulation;

import java.time.Duration;
import java.util.Optional;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/**
 * What became of an instance of a job.
 *
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 * @param started when it was started first
 * @param running when it was running first; nothing if it never was
 * @param ended when it ended last; nothing if it has not ended
 * @param starts how often it was started
 * @param goal its goal at the end
 * @param state its state at the end
 * @param isStandIn whether its job is none of the folder's, and the scenario's instead
 */
public record InstanceCourse(
    String job,
    String instance,
    Duration started,
    Optional<Duration> running,
    Optional<Duration> ended,
    int starts,
    Goal goal,
    State state,
    boolean isStandIn) {

  /** {@return whether it is running at the end} */
  public boolean isRunning() {
    return goal.equals(Goal.START) && state.equals(State.RUNNING);
  }

  /** {@return whether it is neither running nor stopped at the end, but on its way} */
  public boolean hangs() {
    return !isRunning() && !state.equals(State.WAITING);
  }

  /** {@return its name for people: {@code web}, or {@code worker (mail)}} */
  public String label() {
    return JobStatus.label(job, instance);
  }
}
