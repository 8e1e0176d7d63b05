package org.upstart4j.picture.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.Edge.Kind;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.Node;

/**
 * Events that jobs emit, and that so many conditions wait for that lines to all of them would hide
 * everything else. In a whole boot {@code runlevel} and {@code filesystem} are such events.
 */
final class Hubs {

  private static final int MOST_LINES = 8;

  private final JobGraph graph;
  private final Map<String, EventNode> uses = new HashMap<>();
  private final Map<String, Set<String>> usesOf = new HashMap<>();

  private Hubs(JobGraph graph) {
    this.graph = graph;
    for (Node node : graph.nodes()) {
      if (node instanceof EventNode event && !event.isShared()) {
        uses.put(event.id(), event);
      }
    }
    for (Edge edge : graph.edges()) {
      EventNode use = uses.get(edge.to());
      if (edge.kind() == Kind.EMITS && use != null) {
        usesOf.computeIfAbsent(name(use), event -> new HashSet<>()).add(use.id());
      }
    }
  }

  /** The name without what its variables must be. */
  private static String name(EventNode use) {
    return use.text().split(" ", 2)[0];
  }

  /**
   * The graph in which a hub has one node for all who emit it, from which no line leads to each of
   * the conditions. The conditions stay as they are.
   */
  static JobGraph apart(JobGraph graph) {
    return new Hubs(graph).apart();
  }

  private JobGraph apart() {
    Map<String, Node> nodes = new LinkedHashMap<>();
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
    Set<Edge> edges = new LinkedHashSet<>();
    List<Edge> all = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      EventNode use = uses.get(edge.to());
      if (edge.kind() != Kind.EMITS || use == null || !isHub(name(use))) {
        all.add(edge);
        continue;
      }
      String id = "event:" + name(use);
      nodes.putIfAbsent(id, new EventNode(id, name(use), true, false, Optional.empty()));
      Edge one = new Edge(edge.from(), id, Kind.EMITS, false, "", edge.source());
      if (edges.add(one)) {
        all.add(one);
      }
    }
    return new JobGraph(List.copyOf(nodes.values()), all);
  }

  private boolean isHub(String event) {
    return usesOf.getOrDefault(event, Set.of()).size() > MOST_LINES;
  }
}
