package org.upstart4j;

/** The job's goal is start already. It may not have reached it yet. */
public final class AlreadyStartedException extends InstanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public AlreadyStartedException(String job, String instance) {
    this(answer("AlreadyStarted", "Job is already running", job, instance), job, instance);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one, or if it isn't known
   */
  public AlreadyStartedException(UpstartError error, String job, String instance) {
    super(error, error.text(), job, instance);
  }
}
