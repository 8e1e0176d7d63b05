package org.upstart4j.picture.internal.layout;

import java.util.List;

/**
 * Something to be placed.
 *
 * @param width its width in pixels
 * @param height its height in pixels
 * @param isFixed whether its ports stay where they are; if not, those of a side are spread along it
 *     in any order
 * @param ports where lines may end
 */
public record Box(double width, double height, boolean isFixed, List<Port> ports) {

  /** A side that lines end at. */
  public enum Side {
    /** Lines come in here. */
    LEFT,
    /** Lines go out here. */
    RIGHT
  }

  /**
   * Where lines may end.
   *
   * @param side the side of its box
   * @param y how far it is below the top of its box, in pixels
   */
  public record Port(Side side, double y) {}

  /** Makes a box. */
  public Box {
    ports = List.copyOf(ports);
  }
}
