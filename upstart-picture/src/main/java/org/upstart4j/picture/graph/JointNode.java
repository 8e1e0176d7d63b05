package org.upstart4j.picture.graph;

import java.util.Optional;

/**
 * Where parts of a condition come together. It has at least two edges into it and one out of it.
 *
 * @param id its name within the graph
 * @param operator how the parts are joined
 * @param source the condition
 */
public record JointNode(String id, Operator operator, Optional<SourceLine> source) implements Node {

  /** How parts are joined. */
  public enum Operator {
    /** All parts must hold. */
    AND,
    /** One part is enough. */
    OR
  }
}
