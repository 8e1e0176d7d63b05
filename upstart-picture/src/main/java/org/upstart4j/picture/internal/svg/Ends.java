package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.upstart4j.picture.graph.Edge;

/**
 * Where edges end at a node. Each edge that comes in has a place of its own: lines that met there
 * would look as if each cause had all effects. Edges that go out because of the same share one.
 *
 * <p>Where a job has effects in very many places, nobody could follow the lines. Then its name
 * stands at each of these places, and the edge begins there.
 */
final class Ends {

  private static final int MOST_EMITTED = 1;
  private static final int MOST_EFFECTS = 24;

  private final List<Edge> incoming = new ArrayList<>();
  private final List<Boolean> named = new ArrayList<>();
  private final Map<String, List<Edge>> outgoing = new LinkedHashMap<>();

  /** What happens at a node, how often that is a cause, and whether its edges begin there. */
  record Use(String label, int count, boolean hasPort) {

    @Override
    public String toString() {
      return hasPort ? label : label + " \u00d7" + count;
    }
  }

  /** Adds an edge that goes out. */
  void out(Edge edge) {
    outgoing.computeIfAbsent(label(edge), label -> new ArrayList<>()).add(edge);
  }

  /** Adds an edge that comes in, after all that go out are known at its other end. */
  void in(Edge edge, boolean isNamed) {
    incoming.add(edge);
    named.add(isNamed);
  }

  /** The edges that come in. */
  List<Edge> incoming() {
    return incoming;
  }

  /** Whether an edge that comes in begins at a name, by its place. */
  boolean isNamed(int place) {
    return named.get(place);
  }

  /** How many of the edges that come in are lines. */
  int lines() {
    return (int) named.stream().filter(each -> !each).count();
  }

  /** What happens at the node and is a cause, such as {@code stopped RESULT=failed}. */
  List<Use> uses() {
    return outgoing.entrySet().stream()
        .map(use -> new Use(use.getKey(), use.getValue().size(), !areNamed(use.getValue())))
        .toList();
  }

  /** Whether the cause of an edge that goes out is named where it leads. */
  boolean names(Edge edge) {
    return areNamed(outgoing.getOrDefault(label(edge), List.of()));
  }

  private static boolean areNamed(List<Edge> edges) {
    return switch (edges.isEmpty() ? Edge.Kind.EVENT : edges.get(0).kind()) {
      case EVENT, CONDITION -> false;
      case EMITS -> edges.size() > MOST_EMITTED;
      default -> edges.size() > MOST_EFFECTS;
    };
  }

  /** The place of the port that an edge leaves by, among all ports for that. */
  int portOf(Edge edge) {
    int port = 0;
    for (Map.Entry<String, List<Edge>> use : outgoing.entrySet()) {
      if (use.getKey().equals(label(edge))) {
        break;
      }
      port += areNamed(use.getValue()) ? 0 : 1;
    }
    return port;
  }

  /** What happens at the beginning of an edge. */
  static String label(Edge edge) {
    return switch (edge.kind()) {
      case EVENT, CONDITION -> edge.text();
      default -> (edge.kind().name().toLowerCase(Locale.ROOT) + " " + edge.text()).strip();
    };
  }
}
