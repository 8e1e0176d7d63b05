package org.upstart4j.picture.graph;

import java.util.List;
import org.upstart4j.event.EventMatch;
import org.upstart4j.picture.graph.JointNode.Operator;

/** A part of a condition as it is drawn. */
sealed interface Part {

  /**
   * Something that happens to a job.
   *
   * @param job the job's name
   * @param kind what happens to it
   * @param text what else must hold
   */
  record OfJob(String job, Edge.Kind kind, String text) implements Part {}

  /**
   * An event.
   *
   * @param match the event, and what its variables must be
   */
  record OfEvent(EventMatch match) implements Part {}

  /**
   * Parts that are joined.
   *
   * @param operator how
   * @param parts two or more, none of which is joined by the same operator
   */
  record Joined(Operator operator, List<Part> parts) implements Part {}
}
