package org.upstart4j.it.scenario;

/** The job files of one play; closing removes them. */
interface Folder extends AutoCloseable {

  /** Writes a job file so that it is there at once. */
  void write(String name, String text);

  void remove(String name);

  @Override
  void close();
}
