package org.upstart4j.picture.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What sets each job off, in one word: the first job that its start condition names, or else the
 * first event. Nothing leads round in a circle: a job that would close one counts as set off by
 * nothing.
 */
final class Origins {

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, List<Edge>> leaving = new HashMap<>();
  private final Map<String, Optional<String>> owners = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> events = new HashMap<>();

  Origins(JobGraph graph) {
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
    for (Edge edge : graph.edges()) {
      leaving.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
    }
    for (Edge edge : graph.edges()) {
      if (!edge.stops() && edge.kind() != Edge.Kind.EMITS) {
        owner(edge.to()).ifPresent(job -> cause(edge, job));
      }
    }
    cutCircles();
  }

  private void cause(Edge edge, String job) {
    Node from = nodes.get(edge.from());
    if (from instanceof JobNode && !edge.from().equals(job)) {
      parents.putIfAbsent(job, edge.from());
    } else if (from instanceof EventNode event) {
      events.putIfAbsent(job, (event.text() + " " + edge.text()).strip());
    }
  }

  private void cutCircles() {
    Set<String> done = new HashSet<>();
    for (String job : jobs()) {
      Set<String> way = new HashSet<>();
      String at = job;
      while (!done.contains(at) && way.add(at)) {
        String parent = parents.get(at);
        if (parent == null) {
          break;
        }
        if (way.contains(parent)) {
          parents.remove(at);
          break;
        }
        at = parent;
      }
      done.addAll(way);
    }
  }

  /** The ids of all jobs, in the order of the graph. */
  List<String> jobs() {
    return nodes.values().stream().filter(JobNode.class::isInstance).map(Node::id).toList();
  }

  /** The name of a job. */
  String name(String job) {
    return nodes.get(job) instanceof JobNode node ? node.job() : job;
  }

  /** The id of the job that sets a job off. */
  Optional<String> parent(String job) {
    return Optional.ofNullable(parents.get(job));
  }

  /** The event that sets a job off; empty if it has no condition. */
  String event(String job) {
    return events.getOrDefault(job, "");
  }

  /** The edges that leave a node, in the order of the graph. */
  List<Edge> leaving(String id) {
    return leaving.getOrDefault(id, List.of());
  }

  /** The job that something is, or whose condition it is part of; nothing if it is shared. */
  Optional<String> owner(String id) {
    List<String> way = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String at = id;
    Optional<String> found = Optional.empty();
    while (seen.add(at)) {
      Optional<String> known = owners.get(at);
      if (known != null) {
        found = known;
        break;
      }
      way.add(at);
      if (nodes.get(at) instanceof JobNode) {
        found = Optional.of(at);
        break;
      }
      List<Edge> next = leaving.getOrDefault(at, List.of());
      if (next.size() != 1) {
        break;
      }
      at = next.get(0).to();
    }
    for (String each : way) {
      owners.put(each, found);
    }
    return found;
  }
}
