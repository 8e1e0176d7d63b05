package org.upstart4j;

/** The job's goal is stop already. It may not have reached it yet. */
public final class AlreadyStoppedException extends InstanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public AlreadyStoppedException(String job, String instance) {
    this(answer("AlreadyStopped", "Job has already been stopped", job, instance), job, instance);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one, or if it isn't known
   */
  public AlreadyStoppedException(UpstartError error, String job, String instance) {
    super(error, error.text(), job, instance);
  }
}
