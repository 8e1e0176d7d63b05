package org.upstart4j.picture.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a graph of each part of a large one. */
final class GroupGraphs {

  private final JobGraph graph;
  private final Origins origins;
  private final Map<String, String> groupOfJob = new HashMap<>();

  GroupGraphs(JobGraph graph, Origins origins) {
    this.graph = graph;
    this.origins = origins;
  }

  Groups groups(List<Grouping.Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      String id = id(i);
      parts.get(i).jobs().forEach(job -> groupOfJob.put(job, id));
    }
    Map<String, List<Edge>> edges = new HashMap<>();
    Map<List<String>, Integer> links = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      for (String group : groupsOf(edge)) {
        edges.computeIfAbsent(group, id -> new ArrayList<>()).add(edge);
        String from = groupOfJob.get(edge.from());
        if (from != null && !from.equals(group)) {
          links.merge(List.of(from, group), 1, Integer::sum);
        }
      }
    }
    List<Groups.Group> groups = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Grouping.Part part = parts.get(i);
      groups.add(group(id(i), part, edges.getOrDefault(id(i), List.of())));
    }
    return new Groups(
        groups,
        links.entrySet().stream()
            .map(
                link ->
                    new Groups.Link(link.getKey().get(0), link.getKey().get(1), link.getValue()))
            .toList());
  }

  private static String id(int place) {
    return "group:" + (place + 1);
  }

  /** The groups that an edge is drawn in: that of its end, or all that use a shared event. */
  private Set<String> groupsOf(Edge edge) {
    Optional<String> owner = origins.owner(edge.to());
    if (owner.isPresent()) {
      return Set.of(groupOfJob.getOrDefault(owner.get(), ""));
    }
    Set<String> groups = new LinkedHashSet<>();
    for (Edge next : origins.leaving(edge.to())) {
      origins.owner(next.to()).map(groupOfJob::get).ifPresent(groups::add);
    }
    if (groups.isEmpty()) {
      // nobody waits for it
      Optional.ofNullable(groupOfJob.get(edge.from())).ifPresent(groups::add);
    }
    return groups;
  }

  private Groups.Group group(String id, Grouping.Part part, List<Edge> edges) {
    Set<String> inside = new HashSet<>(part.jobs());
    Set<String> ids = new HashSet<>(inside);
    for (Edge edge : edges) {
      ids.add(edge.from());
      ids.add(edge.to());
    }
    Set<String> outside = new HashSet<>();
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (ids.contains(node.id())) {
        nodes.add(node);
        if (node instanceof JobNode && !inside.contains(node.id())) {
          outside.add(node.id());
        }
      }
    }
    return new Groups.Group(id, part.name(), new JobGraph(nodes, edges), outside);
  }
}
