package org.upstart4j.testcontainers;

/** What can be seen of a container from outside its Upstart. */
interface Surroundings {

  /** Returns whether it still runs. */
  boolean isRunning();

  /** Returns what its process 1 has printed. */
  String output();

  /** Returns what a job has printed; empty if nothing. */
  String log(String job);
}
