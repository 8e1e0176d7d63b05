package org.upstart4j.picture.internal.layout;

/**
 * A place in a picture.
 *
 * @param x how far it is from the left, in pixels
 * @param y how far it is from the top, in pixels
 */
public record Point(double x, double y) {

  /** A place further to the right and further down. */
  public Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }
}
