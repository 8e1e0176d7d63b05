package org.upstart4j.picture.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JointNode;

/** Says what the signs in a graph mean, of those that are there. */
final class Legend {

  private Legend() {}

  static String of(JobGraph graph) {
    List<String> parts = new ArrayList<>();
    if (graph.nodes().stream().anyMatch(JobNode.class::isInstance)) {
      parts.add("boxes are jobs");
    }
    if (graph.nodes().stream().anyMatch(EventNode.class::isInstance)) {
      parts.add("ellipses are events");
    }
    if (graph.nodes().stream().anyMatch(JointNode.class::isInstance)) {
      parts.add("circles join parts of a condition");
    }
    if (graph.edges().stream().anyMatch(edge -> edge.kind() == Edge.Kind.EMITS)) {
      parts.add("dashed arrows lead from a job to what it emits");
    }
    if (graph.edges().stream().anyMatch(Edge::stops)) {
      parts.add("a bar at the end of a line stops a job");
    }
    return String.join("; ", parts);
  }
}
