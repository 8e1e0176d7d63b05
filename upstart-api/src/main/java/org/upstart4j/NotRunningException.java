package org.upstart4j;

/** The job has no main process to send the reload signal to. */
public final class NotRunningException extends InstanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public NotRunningException(String job, String instance) {
    this(answer("NotRunning", "Job is not running", job, instance), job, instance);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one, or if it isn't known
   */
  public NotRunningException(UpstartError error, String job, String instance) {
    super(error, error.text(), job, instance);
  }
}
