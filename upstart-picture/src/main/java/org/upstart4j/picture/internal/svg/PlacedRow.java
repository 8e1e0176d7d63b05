package org.upstart4j.picture.internal.svg;

import org.upstart4j.picture.timeline.Row;

/**
 * A row, and where it is drawn.
 *
 * @param y its upper edge
 * @param isCritical whether the critical path leads through it
 */
record PlacedRow(Row row, double y, boolean isCritical) {

  static final double BAR = 12;

  private static final double PLAIN = 20;
  private static final double WITH_NOTE = 35;

  /** What is to be said about it stands below its bars; if it has none, in their place. */
  double height() {
    return row.notes().isEmpty() || row.lives().isEmpty() ? PLAIN : WITH_NOTE;
  }

  double barTop() {
    return y + (PLAIN - BAR) / 2;
  }

  double middle() {
    return y + PLAIN / 2;
  }

  double barBottom() {
    return barTop() + BAR;
  }
}
