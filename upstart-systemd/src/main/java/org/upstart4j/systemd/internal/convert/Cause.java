package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event of a {@code start on} is on systemd.
 *
 * @param outcome how faithful that is
 * @param coming when it comes
 * @param pulls what makes it start the job
 * @param lines what else is written for it, whether or not it is what starts the job
 */
record Cause(Outcome outcome, Coming coming, List<Line> pulls, List<Line> lines) {

  /** When an event comes; of those that must all come, the later kind starts the job. */
  enum Coming {
    /** Never. */
    NEVER,
    /** Nobody knows: somebody has to decide. */
    UNKNOWN,
    /** At each boot, before services start. */
    MILESTONE,
    /** With a target, such as that of a runlevel. */
    TARGET,
    /** With another job. */
    JOB,
    /** When somebody emits it. */
    EVENT
  }

  Cause {
    pulls = List.copyOf(pulls);
    lines = List.copyOf(lines);
  }

  static Cause never(Outcome outcome) {
    return new Cause(outcome, Coming.NEVER, List.of(), List.of());
  }

  static Cause unknown(Outcome outcome) {
    return new Cause(outcome, Coming.UNKNOWN, List.of(), List.of());
  }

  static Cause of(Outcome outcome, Coming coming, Line... pulls) {
    return new Cause(outcome, coming, List.of(pulls), List.of());
  }

  /** The same, with more that is written for it. */
  Cause with(Line... more) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(List.of(more));
    return new Cause(outcome, coming, pulls, all);
  }

  /** The same, which nobody knows how to start. */
  Cause withoutPulls(Outcome other) {
    return new Cause(other, Coming.UNKNOWN, List.of(), lines);
  }
}
