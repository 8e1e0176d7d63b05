package org.upstart4j.it.scenario;

import org.upstart4j.Upstart;
import org.upstart4j.it.site.Eventually;

/** The job files of one play; closing removes them. */
interface Folder extends AutoCloseable {

  /** Files are read in the order in which they are written: once this job is known, all are. */
  String LAST = "upstart4j-last";

  /** Writes a job file atomically. */
  void write(String name, String text);

  void remove(String name);

  /** Waits until an Upstart has read all that was written and removed. */
  default void awaitReadBy(Upstart upstart) {
    write(LAST + ".conf", "exec true\n");
    Eventually.is(() -> Eventually.isKnown(upstart, LAST), "all is read");
    remove(LAST + ".conf");
    Eventually.is(() -> !Eventually.isKnown(upstart, LAST), LAST + " goes");
  }

  @Override
  void close();
}
