package org.upstart4j.picture.internal.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JobNode.Standing;
import org.upstart4j.picture.graph.JointNode;
import org.upstart4j.picture.graph.Node;
import org.upstart4j.picture.internal.shown.Shown;

/** Writes a graph as a flowchart of Mermaid. */
public final class MermaidText {

  private static final String FINDING = "finding";

  private final JobGraph graph;
  private final StringBuilder text = new StringBuilder("flowchart LR\n");
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> styles = new LinkedHashSet<>();

  private MermaidText(JobGraph graph) {
    this.graph = graph;
    graph.nodes().forEach(this::node);
    graph.edges().forEach(this::edge);
    findings();
    styles.forEach(style -> text.append("  classDef " + style + " " + look(style) + "\n"));
    colours();
  }

  /** The graph as a flowchart, however large it is. */
  public static MermaidText of(JobGraph graph) {
    return new MermaidText(Hubs.apart(graph));
  }

  /** The flowchart. */
  public String text() {
    return text.toString();
  }

  /** How many edges it has. */
  public int edges() {
    return graph.edges().size();
  }

  private void node(Node node) {
    String name = "n" + (names.size() + 1);
    names.put(node.id(), name);
    String style = style(node);
    styles.add(style);
    text.append("  ").append(name).append(shape(node)).append(":::").append(style).append('\n');
  }

  private static String shape(Node node) {
    if (node instanceof JobNode job) {
      return "[" + label(JobLabel.lines(job)) + "]";
    } else if (node instanceof EventNode event) {
      return "([" + label(List.of(Shown.line(event.text()))) + "])";
    }
    return "((" + style(node) + "))";
  }

  private static String style(Node node) {
    if (node instanceof JobNode job) {
      return job.isKnown() ? job.standing().map(MermaidText::style).orElse("job") : "unknown";
    } else if (node instanceof EventNode event) {
      return event.isPattern() ? "pattern" : "event";
    }
    return ((JointNode) node).operator() == JointNode.Operator.AND ? "and" : "or";
  }

  private static String style(Standing standing) {
    return switch (standing) {
      case MOVING -> "moving";
      case RUNNING -> "running";
      case STOPPED -> "stopped";
    };
  }

  private static String look(String style) {
    return switch (style) {
      case "moving" -> "fill:#ffe9a8,stroke:#546e7a,color:#222";
      case "running" -> "fill:#c5e8c8,stroke:#546e7a,color:#222";
      case "stopped" -> "fill:#e4e4e4,stroke:#546e7a,color:#222";
      case "unknown" -> "fill:#fff,stroke:#546e7a,color:#555,stroke-dasharray:4";
      case "event" -> "fill:#fbf7ea,stroke:#9a8754,color:#222";
      case "pattern" -> "fill:#fbf7ea,stroke:#9a8754,color:#222,stroke-dasharray:4";
      case "and" -> "fill:#455a64,stroke:#455a64,color:#fff";
      case "or" -> "fill:#fff,stroke:#455a64,color:#222";
      case FINDING -> "stroke:#c62828,stroke-width:2px,color:#b71c1c";
      default -> "fill:#e8eef7,stroke:#546e7a,color:#222";
    };
  }

  private static String label(List<String> lines) {
    return lines.stream().map(MermaidText::escaped).collect(Collectors.joining("<br>", "\"", "\""));
  }

  /** Letters, digits and a few signs stand for themselves; Mermaid knows too many others. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain =
          c >= 0x80 || Character.isLetterOrDigit(c) || " _-=/.,()[]!?".indexOf(c) >= 0;
      escaped.append(isPlain ? String.valueOf(c) : entity(c));
    }
    return escaped.toString();
  }

  private static String entity(char c) {
    return switch (c) {
      case '"' -> "#quot;";
      case '<' -> "#lt;";
      case '>' -> "#gt;";
      case '&' -> "#amp;";
      default -> "#" + (int) c + ";";
    };
  }

  private void edge(Edge edge) {
    String line = edge.kind() == Edge.Kind.EMITS ? "-.->" : edge.stops() ? "--x" : "-->";
    String label = EdgeLook.label(edge);
    text.append("  ").append(names.get(edge.from())).append(' ').append(line);
    if (!label.isEmpty()) {
      text.append('|').append(label(List.of(label))).append('|');
    }
    text.append(' ').append(names.get(edge.to())).append('\n');
  }

  private void findings() {
    List<String> wrong = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (node instanceof JobNode job && !job.findings().isEmpty()) {
        wrong.add(names.get(node.id()));
      }
    }
    if (!wrong.isEmpty()) {
      styles.add(FINDING);
      text.append("  class ").append(String.join(",", wrong)).append(" finding\n");
    }
  }

  /** The edges are counted in their order. */
  private void colours() {
    Map<Edge.Kind, List<String>> numbers = new EnumMap<>(Edge.Kind.class);
    Map<Edge.Kind, String> colours = new EnumMap<>(Edge.Kind.class);
    for (int i = 0; i < graph.edges().size(); i++) {
      Edge edge = graph.edges().get(i);
      numbers.computeIfAbsent(edge.kind(), kind -> new ArrayList<>()).add(String.valueOf(i));
      colours.put(edge.kind(), EdgeLook.colour(edge));
    }
    numbers.forEach(
        (kind, which) ->
            text.append("  linkStyle ")
                .append(String.join(",", which))
                .append(" stroke:")
                .append(colours.get(kind))
                .append('\n'));
  }
}
