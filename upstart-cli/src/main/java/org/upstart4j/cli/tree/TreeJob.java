package org.upstart4j.cli.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.Job;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;

/**
 * What the tree needs to know of a job.
 *
 * @param name its name
 * @param startOn what starts it
 * @param emits the events that it emits
 */
record TreeJob(String name, Optional<EventExpression> startOn, List<String> emits) {

  static TreeJob of(Job job) {
    return new TreeJob(job.name(), job.startOn(), job.emits());
  }

  static TreeJob of(JobDefinition job) {
    return new TreeJob(job.name(), job.startOn(), job.emits());
  }

  /** The events that its condition names, each once. */
  Stream<EventMatch> operands() {
    return startOn.stream().flatMap(EventExpression::matches).distinct();
  }
}
