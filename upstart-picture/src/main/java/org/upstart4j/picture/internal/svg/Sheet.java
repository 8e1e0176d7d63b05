package org.upstart4j.picture.internal.svg;

/** Where the parts of a timeline are. */
final class Sheet {

  static final double WIDTH = 1280;

  /** Where time begins and ends. */
  static final double LEFT = 216;

  static final double RIGHT = WIDTH - 24;

  /** Where the events from outside are marked. */
  static final double EVENTS = 58;

  private Sheet() {}
}
