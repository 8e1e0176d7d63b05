package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JobNode.Standing;
import org.upstart4j.picture.graph.JointNode;
import org.upstart4j.picture.graph.JointNode.Operator;

/** The samples that a graph's legend needs: of what occurs in it, always in the same order. */
final class Samples {

  private final JobGraph graph;
  private final List<Sample> samples = new ArrayList<>();

  private Samples(JobGraph graph) {
    this.graph = graph;
  }

  static List<Sample> of(JobGraph graph) {
    Samples samples = new Samples(graph);
    samples.jobs();
    samples.conditions();
    samples.edges();
    return samples.samples;
  }

  private void jobs() {
    addIf(any(JobNode.class, Samples::isPlain), Sample.job("", "job"));
    for (Standing standing : Standing.values()) {
      String word = standing.name().toLowerCase(Locale.ROOT);
      addIf(
          any(JobNode.class, job -> job.standing().filter(standing::equals).isPresent()),
          Sample.job(" " + word, word));
    }
    addIf(any(JobNode.class, job -> !job.isKnown()), Sample.job(" unknown", "unknown job"));
    addIf(any(JobNode.class, job -> !job.findings().isEmpty()), Sample.job(" finding", "finding"));
  }

  private static boolean isPlain(JobNode job) {
    return job.isKnown() && job.standing().isEmpty() && job.findings().isEmpty();
  }

  private void conditions() {
    addIf(any(EventNode.class, event -> !event.isPattern()), Sample.event("", "event"));
    addIf(
        any(EventNode.class, EventNode::isPattern), Sample.event(" pattern", "pattern of events"));
    addIf(
        any(JointNode.class, joint -> joint.operator() == Operator.AND),
        Sample.joint("and", "all must happen"));
    addIf(
        any(JointNode.class, joint -> joint.operator() == Operator.OR),
        Sample.joint("or", "one is enough"));
  }

  /** A kind of which all edges stop something looks like those. */
  private void edges() {
    for (Edge.Kind kind : Edge.Kind.values()) {
      boolean isPlain = kind == Edge.Kind.EVENT || kind == Edge.Kind.CONDITION;
      List<Edge> edges = graph.edges().stream().filter(edge -> edge.kind() == kind).toList();
      if (!isPlain && !edges.isEmpty()) {
        boolean stops = edges.stream().allMatch(Edge::stops);
        samples.add(
            Sample.edge(EdgeFigure.kinds(kind, stops), kind.name().toLowerCase(Locale.ROOT)));
      }
    }
    addIf(
        graph.edges().stream().anyMatch(edge -> !edge.stops() && edge.kind() != Edge.Kind.EMITS),
        Sample.edge("event", "starts"));
    addIf(graph.edges().stream().anyMatch(Edge::stops), Sample.edge("event stops", "stops"));
  }

  private <T> boolean any(Class<T> kind, Predicate<T> which) {
    return graph.nodes().stream().filter(kind::isInstance).map(kind::cast).anyMatch(which);
  }

  private void addIf(boolean occurs, Sample sample) {
    if (occurs) {
      samples.add(sample);
    }
  }
}
