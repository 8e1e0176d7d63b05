package org.upstart4j.cli.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;

/**
 * The part of a graph that is drawn.
 *
 * @param whole the whole graph
 * @param job the job that the picture is about; all if empty
 * @param steps how far away from it
 */
record Focus(JobGraph whole, Optional<String> job, int steps) {

  Focus {
    if (job.isPresent() && whole.job(job.get()).isEmpty()) {
      List<String> names = jobs(whole).stream().map(JobNode::job).toList();
      throw Misuse.near("there is no job \"" + job.get() + "\"", job.get(), names);
    }
  }

  /** The part. */
  JobGraph graph() {
    return job.map(name -> whole.around(name, steps)).orElse(whole);
  }

  /** The same with another number of steps. */
  Focus within(int other) {
    return new Focus(whole, job, other);
  }

  /** The same around a job. */
  Focus around(String other) {
    return new Focus(whole, Optional.of(other), 1);
  }

  /** The jobs, those with the most edges first. */
  List<String> byEdges() {
    Map<String, Integer> edges = new HashMap<>();
    for (Edge edge : whole.edges()) {
      edges.merge(edge.from(), 1, Integer::sum);
      edges.merge(edge.to(), 1, Integer::sum);
    }
    return jobs(whole).stream()
        .sorted(Comparator.comparing(node -> -edges.getOrDefault(node.id(), 0)))
        .map(JobNode::job)
        .toList();
  }

  private static List<JobNode> jobs(JobGraph graph) {
    return graph.nodes().stream()
        .filter(JobNode.class::isInstance)
        .map(JobNode.class::cast)
        .filter(JobNode::isKnown)
        .toList();
  }
}
