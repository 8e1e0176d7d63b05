package org.upstart4j.picture;

import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.internal.svg.GraphSvg;
import org.upstart4j.picture.internal.svg.TimelineSvg;
import org.upstart4j.picture.timeline.Timeline;

/** Pictures as files of SVG, which need nothing else. */
public final class Svg {

  private Svg() {}

  /**
   * Draws a graph.
   *
   * @param graph the graph
   * @return a file of SVG
   */
  public static String of(JobGraph graph) {
    return GraphSvg.standalone(graph);
  }

  /**
   * Draws a timeline.
   *
   * @param timeline the timeline
   * @return a file of SVG
   */
  public static String of(Timeline timeline) {
    return TimelineSvg.standalone(timeline);
  }
}
