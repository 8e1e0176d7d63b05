package org.upstart4j.picture.graph;

import java.util.List;
import java.util.Set;

/**
 * A large graph in parts that can be looked at one by one. Immutable.
 *
 * <pre>{@code
 * if (Groups.isLarge(graph)) {
 *   Groups.of(graph).groups().forEach(group -> System.out.println(group.name()));
 * }
 * }</pre>
 *
 * @param groups the parts; each job is in one of them
 * @param links how they hang together
 */
public record Groups(List<Group> groups, List<Link> links) {

  /** A graph of more jobs is hard to read as one picture. */
  private static final int MOST_JOBS = 150;

  /**
   * A part.
   *
   * @param id its name within the whole, such as {@code group:3}
   * @param name what it is called, for people
   * @param graph its jobs, their whole conditions, and the jobs of other parts that these name
   * @param outside the ids of the jobs of other parts
   */
  public record Group(String id, String name, JobGraph graph, Set<String> outside) {

    /**
     * Makes a part.
     *
     * @param id its name within the whole
     * @param name what it is called
     * @param graph its jobs, their conditions, and the jobs of other parts that these name
     * @param outside the ids of the jobs of other parts
     */
    public Group {
      outside = Set.copyOf(outside);
    }

    /** {@return its own jobs, in the order of the graph} */
    public List<JobNode> jobs() {
      return graph.nodes().stream()
          .filter(JobNode.class::isInstance)
          .map(JobNode.class::cast)
          .filter(job -> !outside.contains(job.id()))
          .toList();
    }
  }

  /**
   * How many edges lead from the jobs of one part to conditions of another.
   *
   * @param from the id of the part that they leave
   * @param to the id of the part that they lead to
   * @param count how many there are
   */
  public record Link(String from, String to, int count) {}

  /**
   * Makes groups.
   *
   * @param groups the parts; each job is in one of them
   * @param links how they hang together
   */
  public Groups {
    groups = List.copyOf(groups);
    links = List.copyOf(links);
  }

  /**
   * Takes a graph apart by what sets its jobs off: jobs that hang on each other are together where
   * that is possible, those that only wait for the same event are together in the order of the
   * graph. No part has more than 60 jobs. The same graph always yields the same parts.
   *
   * @param graph the graph
   * @return its parts
   */
  public static Groups of(JobGraph graph) {
    Origins origins = new Origins(graph);
    return new GroupGraphs(graph, origins).groups(new Grouping(origins).parts());
  }

  /**
   * Says whether a graph has so many jobs that a picture of all of them is hard to read: more than
   * 150.
   *
   * @param graph the graph
   * @return whether it has
   */
  public static boolean isLarge(JobGraph graph) {
    return graph.nodes().stream().filter(JobNode.class::isInstance).count() > MOST_JOBS;
  }
}
