package org.upstart4j.cli.fleet;

import org.upstart4j.fleet.HostResult;

/** Tells how a run over hosts goes, and how it has ended. */
interface HostReport {

  /** Takes what a host has answered, or why it has not. */
  void add(HostResult<Answer> result);

  /** Tells what is to be told at the end. */
  void finish(Tally tally, Course course);

  /**
   * How a run went as a whole.
   *
   * @param seconds how long it took
   * @param end what has ended it before its time, or an empty text
   * @param namesFailed whether the hosts that have failed are named once more
   */
  record Course(double seconds, String end, boolean namesFailed) {

    private static final double NANOS = 1e9;

    /** That of a run that has begun then, by the JVM's clock. */
    static Course since(long begun, String end, boolean namesFailed) {
      return new Course((System.nanoTime() - begun) / NANOS, end, namesFailed);
    }
  }
}
