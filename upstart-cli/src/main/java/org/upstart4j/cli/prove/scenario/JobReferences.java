package org.upstart4j.cli.prove.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.upstart4j.analysis.platform.Provided;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;

/**
 * What the conditions of a job name.
 *
 * @param job the job
 */
public record JobReferences(JobDefinition job) {

  private static final Set<String> OF_JOBS = Set.of("starting", "started", "stopping", "stopped");

  /** {@return the names of the jobs, in order, each once; patterns are left out} */
  public List<String> jobs() {
    return Stream.of(job.startOn(), job.stopOn())
        .flatMap(Optional::stream)
        .flatMap(EventExpression::matches)
        .filter(match -> OF_JOBS.contains(match.event()))
        .flatMap(match -> match.arguments().stream().limit(1))
        .map(argument -> argument.startsWith("JOB=") ? argument.substring(4) : argument)
        .filter(name -> !name.contains("=") && !name.equals(job.name()))
        .distinct()
        .toList();
  }

  /** Events of which nobody but somebody's own program tells, and that need no variables. */
  List<String> ownEvents(Optional<EventExpression> condition, Provided provided) {
    return condition.stream()
        .flatMap(EventExpression::matches)
        .filter(match -> isOwn(match, provided))
        .map(EventMatch::event)
        .distinct()
        .toList();
  }

  private static boolean isOwn(EventMatch match, Provided provided) {
    return match.arguments().isEmpty()
        && !OF_JOBS.contains(match.event())
        && provided.event(match.event()).isEmpty();
  }

  /** Whether it starts when the machine comes up, perhaps after other things. */
  boolean startsAtBoot(Provided provided) {
    return job.startOn().stream()
        .flatMap(EventExpression::matches)
        .anyMatch(match -> provided.event(match.event()).isPresent());
  }
}
