package org.upstart4j.picture.internal.svg;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.picture.graph.SourceLine;
import org.upstart4j.picture.internal.layout.Point;

/** What all nodes have in common. */
final class Nodes {

  private Nodes() {}

  /** Begins a node. */
  static void open(Markup out, String kinds, String id, String name, String said) {
    out.open(
        "g",
        "class",
        "node " + kinds,
        "data-id",
        id,
        "data-name",
        name,
        "tabindex",
        "0",
        "role",
        "button",
        "aria-label",
        said);
  }

  /** Its outline. */
  static void shape(Markup out, Point corner, Figure figure, double radius) {
    double width = figure.box().width() - figure.inset();
    rectangle(out, corner.x() + figure.inset(), corner.y(), width, figure.box().height(), radius);
  }

  /** A rectangle with round corners. */
  static void rectangle(
      Markup out, double x, double y, double width, double height, double radius) {
    out.element(
        "rect", "class", "shape", "x", x, "y", y, "width", width, "height", height, "rx", radius);
  }

  /** What is shown where the mouse is. */
  static void title(Markup out, String said, List<SourceLine> source) {
    out.text(
        "title",
        Stream.concat(Stream.of(said), source.stream().map(Nodes::place))
            .collect(Collectors.joining("\n")));
  }

  private static String place(SourceLine line) {
    return line.file() + ":" + line.line() + ": " + line.text();
  }

  /** A line of text that takes the width that it is said to, whatever font there is. */
  static void text(Markup out, String kind, Label label, double size, double x, double y) {
    if (label.columns() > 0) {
      out.text(
          "text",
          label.text(),
          "class",
          kind,
          "x",
          x,
          "y",
          y,
          "textLength",
          label.width(size),
          "lengthAdjust",
          "spacingAndGlyphs");
    }
  }
}
