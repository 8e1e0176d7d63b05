package org.upstart4j.picture.internal.svg;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.Node;
import org.upstart4j.picture.internal.layout.Line;

/** Which edge ends where. */
final class Wiring {

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Ends> ends = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  Wiring(JobGraph graph) {
    for (Node node : graph.nodes()) {
      places.put(node.id(), ends.size());
      ends.add(new Ends());
    }
    graph.edges().forEach(edge -> from(edge).out(edge));
    for (Edge edge : graph.edges()) {
      boolean isNamed = from(edge).names(edge);
      to(edge).in(edge, isNamed);
      if (!isNamed) {
        edges.add(edge);
      }
    }
  }

  private Ends from(Edge edge) {
    return ends.get(place(edge.from()));
  }

  private Ends to(Edge edge) {
    return ends.get(place(edge.to()));
  }

  private int place(String id) {
    return requireNonNull(places.get(id), id);
  }

  /** The ends of edges at each node, in the order of the nodes. */
  List<Ends> ends() {
    return ends;
  }

  /** The edges that are lines. */
  List<Edge> edges() {
    return edges;
  }

  /** The place of the node that an edge leads to. */
  int target(Edge edge) {
    return place(edge.to());
  }

  /** These lines; the ports of a box are those for lines that come in, and then the others. */
  List<Line> lines() {
    int[] used = new int[ends.size()];
    List<Line> lines = new ArrayList<>();
    for (Edge edge : edges) {
      int from = place(edge.from());
      int to = place(edge.to());
      int port = from(edge).lines() + from(edge).portOf(edge);
      lines.add(new Line(from, port, to, used[to]++));
    }
    return lines;
  }
}
