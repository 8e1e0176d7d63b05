package org.upstart4j.picture.internal.text;

import java.util.List;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JobNode.Standing;
import org.upstart4j.picture.graph.JointNode;
import org.upstart4j.picture.graph.Node;
import org.upstart4j.picture.internal.shown.Shown;

/** Writes a graph in the language of Graphviz. */
public final class DotText {

  private static final String HEAD =
      """
      digraph upstart {
        rankdir=LR; ranksep=0.4; nodesep=0.15; labelloc=b; fontname="sans-serif"; fontsize=10;
        node [fontname="sans-serif", fontsize=11, margin="0.1,0.05", height=0.3, style="filled"];
        edge [fontname="sans-serif", fontsize=9, arrowsize=0.7];
      """;
  private static final String JOBS =
      """
      node [shape=box, style="rounded,filled", fillcolor="#e8eef7", color="#546e7a"];
      """;
  private static final String EVENTS =
      """
      node [shape=ellipse, fontsize=10, fillcolor="#fbf7ea", color="#9a8754"];
      """;
  private static final String JOINTS =
      """
      node [shape=circle, fontsize=8, margin=0, width=0.32, fixedsize=true, color="#455a64"];
      """;

  private final JobGraph graph;
  private final StringBuilder text = new StringBuilder(HEAD);

  private DotText(JobGraph graph) {
    this.graph = graph;
  }

  /** The graph as a file of DOT. */
  public static String of(JobGraph graph) {
    return new DotText(Hubs.apart(graph)).text();
  }

  private String text() {
    text.append("  label=\"").append(Legend.of(graph)).append("\";\n");
    nodes(JobNode.class, JOBS);
    nodes(EventNode.class, EVENTS);
    nodes(JointNode.class, JOINTS);
    for (Edge edge : graph.edges()) {
      String ends = Attributes.id(edge.from()) + " -> " + Attributes.id(edge.to());
      text.append("  ").append(ends).append(' ').append(edge(edge)).append(";\n");
    }
    return text.append("}\n").toString();
  }

  /** The nodes of a kind, within braces, so that what holds for all is said once. */
  private void nodes(Class<? extends Node> kind, String defaults) {
    List<Node> nodes = graph.nodes().stream().filter(kind::isInstance).toList();
    if (nodes.isEmpty()) {
      return;
    }
    text.append("  {\n    ").append(defaults);
    for (Node node : nodes) {
      text.append("    ").append(Attributes.id(node.id())).append(' ').append(node(node));
      text.append(";\n");
    }
    text.append("  }\n");
  }

  private static Attributes node(Node node) {
    return node instanceof JobNode job
        ? job(job)
        : node instanceof EventNode event ? event(event) : joint((JointNode) node);
  }

  private static Attributes job(JobNode job) {
    Attributes attributes = new Attributes().lines("label", JobLabel.lines(job));
    if (!job.isKnown()) {
      attributes.text("style", "rounded,filled,dashed").text("fillcolor", "#ffffff");
    } else {
      job.standing().ifPresent(standing -> attributes.text("fillcolor", fill(standing)));
    }
    if (!job.findings().isEmpty()) {
      attributes.text("color", "#c62828").text("fontcolor", "#b71c1c").plain("penwidth", "2");
    }
    List<String> source =
        job.source().stream()
            .map(line -> line.file() + ":" + line.line() + ": " + line.text())
            .toList();
    return source.isEmpty() ? attributes : attributes.lines("tooltip", source);
  }

  private static String fill(Standing standing) {
    return switch (standing) {
      case MOVING -> "#ffe9a8";
      case RUNNING -> "#c5e8c8";
      case STOPPED -> "#e4e4e4";
    };
  }

  private static Attributes event(EventNode event) {
    Attributes attributes = new Attributes().lines("label", List.of(Shown.line(event.text())));
    if (event.isShared()) {
      attributes.plain("fontsize", "11");
    }
    if (event.isPattern()) {
      attributes.text("style", "filled,dashed");
    }
    return attributes;
  }

  private static Attributes joint(JointNode joint) {
    return joint.operator() == JointNode.Operator.AND
        ? new Attributes()
            .text("label", "and")
            .text("fillcolor", "#455a64")
            .text("fontcolor", "#ffffff")
        : new Attributes().text("label", "or").text("fillcolor", "#ffffff");
  }

  private static Attributes edge(Edge edge) {
    Attributes attributes = new Attributes().text("color", EdgeLook.colour(edge));
    String label = EdgeLook.label(edge);
    if (!label.isEmpty()) {
      attributes.lines("label", List.of(label)).text("fontcolor", EdgeLook.colour(edge));
    }
    if (edge.kind() == Edge.Kind.EMITS) {
      attributes.text("style", "dashed");
    }
    if (edge.stops()) {
      attributes.plain("arrowhead", "tee");
    }
    return attributes;
  }
}
