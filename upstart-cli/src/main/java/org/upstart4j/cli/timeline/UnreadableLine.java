package org.upstart4j.cli.timeline;

/** A line of a recording says nothing that is understood. */
final class UnreadableLine extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableLine(String reason) {
    super(reason);
  }
}
