package org.upstart4j.picture.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs, and what starts and stops them. Immutable.
 *
 * @param nodes the nodes, each with an id of its own
 * @param edges the edges between them
 */
public record JobGraph(List<Node> nodes, List<Edge> edges) {

  /**
   * Makes a graph.
   *
   * @param nodes the nodes, each with an id of its own
   * @param edges the edges between them
   * @throws IllegalArgumentException if two nodes have one id, or an edge has no node at an end
   */
  public JobGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    Set<String> ids = new HashSet<>();
    for (Node node : nodes) {
      if (!ids.add(node.id())) {
        throw new IllegalArgumentException("Two nodes are called " + node.id());
      }
    }
    for (Edge edge : edges) {
      if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
        throw new IllegalArgumentException("There is no node at an end of " + edge);
      }
    }
  }

  /**
   * Finds a job.
   *
   * @param name the job's name
   * @return its node, also if a condition only names it; nothing if it does not occur
   */
  public Optional<JobNode> job(String name) {
    return nodes.stream()
        .filter(JobNode.class::isInstance)
        .map(JobNode.class::cast)
        .filter(node -> node.job().equals(name))
        .findFirst();
  }

  /**
   * Returns the part of this graph around a job: everything that is at most so many steps away, in
   * either direction. A step leads from a job to another one, or to an event that has one node for
   * all its uses. Of each job that is so near the whole condition is there, even if that names jobs
   * that are further away; what starts those is left out.
   *
   * <pre>{@code
   * graph.around("web", 1); // what web waits for, and what waits for web
   * }</pre>
   *
   * @param job the job's name
   * @param steps how many steps; 0 for the job and its condition alone
   * @return the part, its nodes and edges in the order of this graph
   * @throws IllegalArgumentException if there is no such job, or the number is negative
   */
  public JobGraph around(String job, int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("A number of steps is not negative: " + steps);
    }
    String id =
        job(job)
            .orElseThrow(() -> new IllegalArgumentException("The graph has no job " + job))
            .id();
    return new Neighbourhood(this).around(id, steps);
  }
}
