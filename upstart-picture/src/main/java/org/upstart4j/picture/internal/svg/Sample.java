package org.upstart4j.picture.internal.svg;

import java.util.List;
import org.upstart4j.picture.internal.layout.Point;

/**
 * A shape or a line of a legend.
 *
 * @param shape what it is
 * @param kinds its classes
 * @param word what is written into it
 * @param meaning what it means
 */
record Sample(Shape shape, String kinds, String word, String meaning) {

  /** Its width. */
  static final double WIDTH = 30;

  /** How far its meaning is to the right of it. */
  static final double GAP = 6;

  /** How far the line that its text stands on is below its top. */
  static final double BASE = 11;

  private static final double HEIGHT = 14;
  private static final double SIZE = 11;

  /** What a sample is. */
  enum Shape {
    BOX,
    OVAL,
    LINE
  }

  static Sample job(String kinds, String meaning) {
    return new Sample(Shape.BOX, "node job" + kinds, "", meaning);
  }

  static Sample event(String kinds, String meaning) {
    return new Sample(Shape.OVAL, "node event" + kinds, "", meaning);
  }

  static Sample joint(String word, String meaning) {
    return new Sample(Shape.OVAL, "node joint " + word, word, meaning);
  }

  static Sample edge(String kinds, String meaning) {
    return new Sample(Shape.LINE, "edge " + kinds, "", meaning);
  }

  /** Draws it with its upper left corner at a place. */
  void draw(Markup out, double x, double y) {
    out.open("g", "class", kinds);
    if (shape == Shape.LINE) {
      double middle = y + HEIGHT / 2;
      EdgeFigure.line(
          out,
          List.of(new Point(x, middle), new Point(x + WIDTH, middle)),
          kinds.endsWith("stops"));
    } else {
      double radius = shape == Shape.BOX ? 3 : HEIGHT / 2;
      Nodes.rectangle(out, x, y, WIDTH, HEIGHT, radius);
      Label label = Label.of(word, 3);
      Nodes.text(out, "word", label, SIZE, x + (WIDTH - label.width(SIZE)) / 2, y + BASE);
    }
    out.close();
  }
}
