package org.upstart4j.cli.simulate;

import org.upstart4j.simulation.CourseFailure;

/** Says what failed. */
final class FailureText {

  private FailureText() {}

  static String text(CourseFailure.Cause cause) {
    if (cause instanceof CourseFailure.OfProcess process) {
      return "its " + process.process() + " process " + process.status();
    } else if (cause instanceof CourseFailure.NoProcess process) {
      return "its " + process.process() + " process could not be run: " + process.reason();
    }
    return "its main process ended too often in too short a time, and is not started again";
  }
}
