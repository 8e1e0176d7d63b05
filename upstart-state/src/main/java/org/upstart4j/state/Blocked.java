package org.upstart4j.state;

/** Something that waits for an event or for an instance. */
public sealed interface Blocked {

  /**
   * An instance waits.
   *
   * @param session the session's number; 0 is process 1's own
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  record ByInstance(int session, String job, String instance) implements Blocked {}

  /**
   * An event waits.
   *
   * @param event its place among the events
   */
  record ByEvent(int event) implements Blocked {}

  /**
   * A caller waits for an answer.
   *
   * @param call what was called, for example {@code job-start-method}
   * @param serial the number of the call's message
   */
  record ByCall(String call, long serial) implements Blocked {}
}
