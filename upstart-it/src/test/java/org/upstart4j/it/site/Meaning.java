package org.upstart4j.it.site;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Job;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition;

/** What an Upstart tells about a job file. */
record Meaning(
    Optional<String> description,
    Optional<String> author,
    Optional<String> version,
    Optional<String> usage,
    List<String> emits,
    Optional<EventExpression> startOn,
    Optional<EventExpression> stopOn) {

  static Meaning of(Job job) {
    return new Meaning(
        job.description(),
        job.author(),
        job.version(),
        job.usage(),
        job.emits(),
        job.startOn(),
        job.stopOn());
  }

  static Meaning of(JobDefinition file) {
    return new Meaning(
        file.description(),
        file.author(),
        file.version(),
        file.usage(),
        file.emits(),
        file.startOn(),
        file.stopOn());
  }
}
