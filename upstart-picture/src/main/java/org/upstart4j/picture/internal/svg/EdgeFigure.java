package org.upstart4j.picture.internal.svg;

import java.util.List;
import java.util.Locale;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.internal.layout.Point;
import org.upstart4j.picture.internal.layout.Route;

/** How an edge looks: a line with round bends, and a head that says whether it starts or stops. */
final class EdgeFigure {

  private static final double RADIUS = 5;
  private static final double HEAD = 7;

  private EdgeFigure() {}

  static void draw(Markup out, Edge edge, Route route) {
    open(out, edge);
    line(out, route.points(), edge.stops());
    for (Point junction : route.junctions()) {
      out.element("circle", "class", "junction", "cx", junction.x(), "cy", junction.y(), "r", 2.0);
    }
    out.close().line();
  }

  /** Begins an edge. */
  static void open(Markup out, Edge edge) {
    String kinds = "edge " + kinds(edge.kind(), edge.stops());
    out.open("g", "class", kinds, "data-from", edge.from(), "data-to", edge.to());
    out.text("title", title(edge));
  }

  /** The classes of an edge. */
  static String kinds(Edge.Kind kind, boolean stops) {
    return kind.name().toLowerCase(Locale.ROOT) + (stops ? " stops" : "");
  }

  /** The line, and its head. */
  static void line(Markup out, List<Point> points, boolean stops) {
    Point tip = points.get(points.size() - 1);
    Point before = points.get(points.size() - 2);
    double length = Math.max(1, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
    double dx = (tip.x() - before.x()) / length;
    double dy = (tip.y() - before.y()) / length;
    out.element("path", "class", "line", "d", course(points));
    StringBuilder head = new StringBuilder("M");
    if (stops) {
      // a square, as on a key that stops
      append(head, tip, dx, dy, 0, -3).append('L');
      append(head, tip, dx, dy, 0, 3).append('L');
      append(head, tip, dx, dy, 6, 3).append('L');
      append(head, tip, dx, dy, 6, -3).append('z');
    } else {
      append(head, tip, dx, dy, 0, 0).append('L');
      append(head, tip, dx, dy, HEAD, 3.5).append('L');
      append(head, tip, dx, dy, HEAD, -3.5).append('z');
    }
    out.element("path", "class", "head", "d", head.toString());
  }

  private static StringBuilder append(
      StringBuilder path, Point tip, double dx, double dy, double back, double aside) {
    return at(path, new Point(tip.x() - dx * back - dy * aside, tip.y() - dy * back + dx * aside));
  }

  private static String course(List<Point> points) {
    StringBuilder path = at(new StringBuilder("M"), points.get(0));
    for (int i = 1; i < points.size() - 1; i++) {
      Point bend = points.get(i);
      at(path.append('L'), near(bend, points.get(i - 1)));
      at(path.append('Q'), bend).append(' ');
      at(path, near(bend, points.get(i + 1)));
    }
    return at(path.append('L'), points.get(points.size() - 1)).toString();
  }

  /** The place where a bend begins or ends. */
  private static Point near(Point bend, Point next) {
    double length = Math.hypot(next.x() - bend.x(), next.y() - bend.y());
    double part = length == 0 ? 0 : Math.min(RADIUS, length / 2) / length;
    return new Point(
        bend.x() + (next.x() - bend.x()) * part, bend.y() + (next.y() - bend.y()) * part);
  }

  private static StringBuilder at(StringBuilder path, Point point) {
    return path.append(Markup.number(point.x())).append(' ').append(Markup.number(point.y()));
  }

  private static String title(Edge edge) {
    String what = edge.kind().name().toLowerCase(Locale.ROOT);
    String said = what + (edge.text().isEmpty() ? "" : " " + edge.text());
    return said
        + (edge.stops() ? ", stops" : "")
        + edge.source()
            .map(line -> "\n" + line.file() + ":" + line.line() + ": " + line.text())
            .orElse("");
  }
}
