package org.upstart4j.cli.watch;

import java.util.Locale;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/** How a job stands, what matters most first. */
enum Standing {
  FAILED,
  MOVING,
  RUNNING,
  STOPPED;

  static Standing of(JobStatus status, boolean failed) {
    if (failed) {
      return FAILED;
    } else if (status.isRunning()) {
      return RUNNING;
    }
    return status.is(Goal.STOP, State.WAITING) ? STOPPED : MOVING;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
