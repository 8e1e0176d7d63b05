package org.upstart4j.systemd.internal.convert;

import java.util.List;

/**
 * What an event of a {@code stop on} is on systemd.
 *
 * @param outcome how faithful that is
 * @param lines what is written for it
 */
record Stop(Outcome outcome, List<Line> lines) {

  Stop {
    lines = List.copyOf(lines);
  }

  static Stop of(Outcome outcome, Line... lines) {
    return new Stop(outcome, List.of(lines));
  }
}
