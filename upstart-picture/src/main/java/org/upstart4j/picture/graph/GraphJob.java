package org.upstart4j.picture.graph;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Job;
import org.upstart4j.event.EventExpression;

/**
 * What a graph needs to know of a job.
 *
 * @param name its name
 * @param startOn what starts it
 * @param stopOn what stops it
 * @param emits the events that it emits
 * @param source its stanzas about all that, in the order in which Upstart reads them
 */
record GraphJob(
    String name,
    Optional<Condition> startOn,
    Optional<Condition> stopOn,
    List<Emits> emits,
    List<SourceLine> source) {

  /** A condition and where it stands. */
  record Condition(EventExpression events, Optional<SourceLine> source) {}

  /** An event, or a pattern of some, and where it stands. */
  record Emits(String pattern, Optional<SourceLine> source) {}

  /** A job of which no file can be read. */
  static GraphJob unreadable(String name) {
    return new GraphJob(name, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /** A job as an Upstart tells of it, which does not say where something stands. */
  static GraphJob of(Job job) {
    return new GraphJob(
        job.name(),
        job.startOn().map(GraphJob::condition),
        job.stopOn().map(GraphJob::condition),
        job.emits().stream().map(pattern -> new Emits(pattern, Optional.empty())).toList(),
        List.of());
  }

  private static Condition condition(EventExpression events) {
    return new Condition(events, Optional.empty());
  }
}
