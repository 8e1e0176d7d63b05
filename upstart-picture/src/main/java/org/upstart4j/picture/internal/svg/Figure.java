package org.upstart4j.picture.internal.svg;

import org.upstart4j.picture.internal.layout.Box;
import org.upstart4j.picture.internal.layout.Point;

/** How a node looks. Its ports are those of the lines that come in, and then those that go out. */
interface Figure {

  /** The space that it takes, and where lines end. */
  Box box();

  /** How far its outline is from the left of its box. */
  double inset();

  /** Draws it with its upper left corner at a place. */
  void draw(Markup out, Point corner);
}
