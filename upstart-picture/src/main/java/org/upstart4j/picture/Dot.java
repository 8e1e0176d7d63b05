package org.upstart4j.picture;

import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.internal.text.DotText;

/**
 * Pictures in DOT, which the programs of Graphviz draw and others read.
 *
 * <pre>{@code
 * Files.writeString(Path.of("jobs.dot"), Dot.of(graph)); // then: dot -Tsvg jobs.dot -o jobs.svg
 * }</pre>
 */
public final class Dot {

  private Dot() {}

  /**
   * Writes a graph. Jobs are boxes, events ellipses, joints circles; what a job emits is dashed.
   * The names of nodes are those in the graph, but for characters that are no letters, digits or
   * common signs.
   *
   * <p>Where more than eight conditions wait for an event that jobs emit, one node stands for what
   * they emit, and no line leads from there to each of the conditions.
   *
   * @param graph the graph
   * @return a file of DOT, to be written in UTF-8; the same one each time for the same graph
   */
  public static String of(JobGraph graph) {
    return DotText.of(graph);
  }
}
