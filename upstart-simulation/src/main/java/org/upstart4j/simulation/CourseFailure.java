package org.upstart4j.simulation;

import java.time.Duration;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobStatus;

/**
 * An instance has failed.
 *
 * @param at when
 * @param job the job's name
 * @param instance the instance's name; empty if the job has only one
 * @param cause what failed
 */
public record CourseFailure(Duration at, String job, String instance, Cause cause) {

  /** What failed. */
  public sealed interface Cause {}

  /**
   * A process ended in a way that counts as a failure.
   *
   * @param process which process, in Upstart's words
   * @param status how it ended
   */
  public record OfProcess(String process, ExitStatus status) implements Cause {}

  /**
   * A process could not be run.
   *
   * @param process which process, in Upstart's words
   * @param reason why, in Upstart's words
   */
  public record NoProcess(String process, String reason) implements Cause {}

  /** The main process ended too often in too short a time, and is not respawned any more. */
  public record TooFast() implements Cause {}

  /** {@return the instance's name for people} */
  public String label() {
    return JobStatus.label(job, instance);
  }
}
