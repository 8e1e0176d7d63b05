package org.upstart4j.picture.graph;

import java.util.Optional;

/**
 * A line from a cause to its effect.
 *
 * @param from the id of the node that it leaves
 * @param to the id of the node that it leads to
 * @param kind what happens at its beginning
 * @param stops whether it is part of what stops a job, not of what starts it
 * @param text what else the condition asks for, such as {@code RESULT=failed}; empty for nothing
 * @param source the condition, or the stanza {@code emits}
 */
public record Edge(
    String from, String to, Kind kind, boolean stops, String text, Optional<SourceLine> source) {

  /** What happens at the beginning of an edge. */
  public enum Kind {
    /** The job is about to start. */
    STARTING,
    /** The job has started. */
    STARTED,
    /** The job is about to stop. */
    STOPPING,
    /** The job has stopped. */
    STOPPED,
    /** The event is emitted. */
    EVENT,
    /** The joint's condition comes true. */
    CONDITION,
    /** The job emits the event that the edge leads to. */
    EMITS
  }
}
