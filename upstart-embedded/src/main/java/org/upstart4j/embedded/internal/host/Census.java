package org.upstart4j.embedded.internal.host;

import java.util.List;

/**
 * All processes of the machine at some moment. A census costs reading a file for each process, so
 * those that look for processes at the same time share one.
 *
 * @param began when it began, as {@link System#nanoTime} counts
 * @param took how long it took, in nanoseconds
 * @param processes the processes
 */
record Census(long began, long took, List<ProcessEntry> processes) {

  /** How many times older than it took to make it may get: one thread makes a few in a second. */
  private static final long AGE_FACTOR = 4;

  private static Census latest = take();

  /** Returns one that is not old, a new one where the machine has few processes. */
  static synchronized Census recent() {
    if (System.nanoTime() - latest.began > AGE_FACTOR * latest.took) {
      latest = take();
    }
    return latest;
  }

  private static Census take() {
    long began = System.nanoTime();
    List<ProcessEntry> processes = ProcessEntry.all();
    return new Census(began, System.nanoTime() - began, processes);
  }
}
