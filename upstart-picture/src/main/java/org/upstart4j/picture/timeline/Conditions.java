package org.upstart4j.picture.timeline;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Job;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition;

/**
 * By which events a job starts and stops, and which it emits. A timeline that knows this can say
 * why things happened.
 *
 * @param startOn when it starts
 * @param stopOn when it stops
 * @param emits the events that its processes emit; may hold glob characters
 */
public record Conditions(
    Optional<EventExpression> startOn, Optional<EventExpression> stopOn, List<String> emits) {

  /**
   * Makes conditions.
   *
   * @param startOn when the job starts
   * @param stopOn when it stops
   * @param emits the events that its processes emit
   */
  public Conditions {
    emits = List.copyOf(emits);
  }

  /**
   * Takes them from a job's definition.
   *
   * @param definition the definition
   * @return what it says
   */
  public static Conditions of(JobDefinition definition) {
    return new Conditions(definition.startOn(), definition.stopOn(), definition.emits());
  }

  /**
   * Asks an Upstart for them.
   *
   * @param job the job
   * @return what Upstart says
   * @throws org.upstart4j.UpstartException if the Upstart can't be asked, or has no such job
   */
  public static Conditions of(Job job) {
    return new Conditions(job.startOn(), job.stopOn(), job.emits());
  }
}
