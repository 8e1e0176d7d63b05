package org.upstart4j.picture.internal.layout;

import java.util.List;

/**
 * Where everything is. Nothing is left of or above zero.
 *
 * @param width the width of all, in pixels
 * @param height the height of all, in pixels
 * @param corners the upper left corner of each box, in the order of the boxes
 * @param routes the course of each line, in the order of the lines
 */
public record Placement(double width, double height, List<Point> corners, List<Route> routes) {

  /** Makes a placement. */
  public Placement {
    corners = List.copyOf(corners);
    routes = List.copyOf(routes);
  }
}
