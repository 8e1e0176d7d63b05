package org.upstart4j.picture.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.picture.graph.Edge.Kind;

/**
 * What is near to a job. A step leads from a job to a job or to a shared event, along a condition
 * or an {@code emits}; joints, and events at each use, are passed on the way.
 */
final class Neighbourhood {

  private final JobGraph graph;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, List<Edge>> into = new HashMap<>();
  private final Map<String, List<Edge>> outOf = new HashMap<>();

  Neighbourhood(JobGraph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
    for (Edge edge : graph.edges()) {
      into.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(edge);
      outOf.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
    }
  }

  /** The part of the graph that is at most so many steps away. Conditions are there in full. */
  JobGraph around(String id, int steps) {
    Set<String> near = near(id, steps);
    Set<String> shown = new HashSet<>(near);
    Set<Edge> conditions = new HashSet<>();
    for (String place : near) {
      for (Edge edge : condition(place)) {
        shown.add(edge.from());
        conditions.add(edge);
      }
    }
    return new JobGraph(
        graph.nodes().stream().filter(node -> shown.contains(node.id())).toList(),
        graph.edges().stream()
            .filter(edge -> conditions.contains(edge) || isEmitted(edge, shown))
            .toList());
  }

  private static boolean isEmitted(Edge edge, Set<String> shown) {
    return edge.kind() == Kind.EMITS && shown.contains(edge.from()) && shown.contains(edge.to());
  }

  private Set<String> near(String id, int steps) {
    Set<String> near = new LinkedHashSet<>(Set.of(id));
    List<String> last = List.of(id);
    for (int step = 0; step < steps && !last.isEmpty(); step++) {
      List<String> next = new ArrayList<>();
      for (String place : last) {
        Set<String> neighbours = new LinkedHashSet<>();
        before(place, neighbours);
        after(place, neighbours);
        neighbours.stream().filter(near::add).forEach(next::add);
      }
      last = next;
    }
    return near;
  }

  /** Where a step backwards leads. */
  private void before(String place, Set<String> found) {
    emitters(place, found);
    for (Edge edge : condition(place)) {
      if (isPlace(edge.from())) {
        found.add(edge.from());
      } else {
        emitters(edge.from(), found);
      }
    }
  }

  private void emitters(String event, Set<String> found) {
    into.getOrDefault(event, List.of()).stream()
        .filter(edge -> edge.kind() == Kind.EMITS)
        .forEach(edge -> found.add(edge.from()));
  }

  /** Where a step forwards leads. */
  private void after(String place, Set<String> found) {
    Deque<String> open = new ArrayDeque<>(List.of(place));
    while (!open.isEmpty()) {
      for (Edge edge : outOf.getOrDefault(open.pop(), List.of())) {
        if (isPlace(edge.to())) {
          found.add(edge.to());
        } else {
          open.push(edge.to());
        }
      }
    }
  }

  /** The edges of what starts and stops a job, from the job up to other jobs and events. */
  private List<Edge> condition(String place) {
    List<Edge> edges = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(place));
    while (!open.isEmpty()) {
      for (Edge edge : into.getOrDefault(open.pop(), List.of())) {
        if (edge.kind() != Kind.EMITS) {
          edges.add(edge);
          if (nodes.get(edge.from()) instanceof JointNode) {
            open.push(edge.from());
          }
        }
      }
    }
    return edges;
  }

  /** Whether a step ends there. */
  private boolean isPlace(String id) {
    Node node = nodes.get(id);
    return node instanceof JobNode || (node instanceof EventNode event && event.isShared());
  }
}
