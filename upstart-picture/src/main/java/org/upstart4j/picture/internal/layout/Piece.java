package org.upstart4j.picture.internal.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part that has been laid out.
 *
 * @param part the part
 * @param placement where its boxes and lines are, from its own upper left corner
 */
record Piece(Part part, Placement placement) {

  private static final double WIDE = 2000;
  private static final double FLAT = 5;

  /** A part of a layout. */
  static Piece of(Part part, List<Box> boxes, Placement all) {
    return of(part, part.boxesOf(boxes), part.boxesOf(all.corners()), part.linesOf(all.routes()));
  }

  private static Piece of(Part part, List<Box> boxes, List<Point> corners, List<Route> routes) {
    Extent extent = new Extent();
    for (int i = 0; i < boxes.size(); i++) {
      extent.cover(corners.get(i));
      extent.cover(corners.get(i).plus(boxes.get(i).width(), boxes.get(i).height()));
    }
    routes.forEach(route -> route.points().forEach(extent::cover));
    return new Piece(
        part,
        new Placement(
            extent.right - extent.left,
            extent.bottom - extent.top,
            corners.stream().map(corner -> corner.plus(-extent.left, -extent.top)).toList(),
            routes.stream().map(route -> route.moved(-extent.left, -extent.top)).toList()));
  }

  private static final class Extent {
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    void cover(Point point) {
      left = Math.min(left, point.x());
      top = Math.min(top, point.y());
      right = Math.max(right, point.x());
      bottom = Math.max(bottom, point.y());
    }
  }

  double width() {
    return placement.width();
  }

  double height() {
    return placement.height();
  }

  /** The same part; a long chain goes on in a new line, like text, if that makes it smaller. */
  Piece wrappedIfLong(List<Box> boxes, List<Line> lines) {
    if (width() < WIDE || width() < FLAT * height()) {
      return this;
    }
    Map<Integer, Integer> places = new HashMap<>();
    part.boxes().forEach(box -> places.put(box, places.size()));
    List<Box> own = part.boxesOf(boxes);
    List<Line> between =
        part.linesOf(lines).stream()
            .map(
                line ->
                    new Line(
                        places.getOrDefault(line.from(), 0),
                        line.fromPort(),
                        places.getOrDefault(line.to(), 0),
                        line.toPort()))
            .toList();
    Placement wrapped = Layered.wrapped(own, between);
    Piece piece = of(part, own, wrapped.corners(), wrapped.routes());
    return piece.width() < width() / 2 ? piece : this;
  }
}
