package org.upstart4j.picture.internal.svg;

import org.upstart4j.picture.internal.layout.Placement;

/**
 * What is around a drawing: a margin, and space above it.
 *
 * @param width the width of the picture
 * @param height the height of the picture
 * @param top where the drawing begins
 */
record Frame(double width, double height, double top) {

  /** The space at each side. */
  static final double MARGIN = 16;

  /** No picture is narrower than this inside. */
  static final double LEAST_WIDTH = 420;

  private static final double LEAST_HEIGHT = 20;

  /** A frame around a drawing, with space for something above it. */
  static Frame of(Placement placement, double above) {
    double top = MARGIN + above;
    return new Frame(
        Math.ceil(inner(placement) + 2 * MARGIN),
        Math.ceil(top + Math.max(placement.height(), LEAST_HEIGHT) + MARGIN),
        top);
  }

  /** The width inside. */
  static double inner(Placement placement) {
    return Math.max(placement.width(), LEAST_WIDTH);
  }

  /** Begins the picture. */
  void open(Markup out, String kinds, String said) {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        kinds,
        "viewBox",
        "0 0 " + Markup.number(width) + " " + Markup.number(height),
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "aria-label",
        said);
    out.line();
  }

  /** The ground under everything. */
  void paper(Markup out) {
    out.element("rect", "class", "paper", "width", width, "height", height).line();
  }
}
