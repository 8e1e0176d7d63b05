package org.upstart4j.picture.internal.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of a line.
 *
 * @param points its beginning, its bends, and its end
 * @param junctions where it parts from other lines that leave the same port
 */
public record Route(List<Point> points, List<Point> junctions) {

  /** Makes a course. */
  public Route {
    points = List.copyOf(points);
    junctions = List.copyOf(junctions);
  }

  /** The same course elsewhere. */
  public Route moved(double dx, double dy) {
    return new Route(
        points.stream().map(point -> point.plus(dx, dy)).toList(),
        junctions.stream().map(point -> point.plus(dx, dy)).toList());
  }

  /** The same course, with an end that is further to the right. */
  public Route longer(double dx) {
    List<Point> longer = new ArrayList<>(points);
    int last = longer.size() - 1;
    longer.set(last, longer.get(last).plus(dx, 0));
    return new Route(longer, junctions);
  }
}
