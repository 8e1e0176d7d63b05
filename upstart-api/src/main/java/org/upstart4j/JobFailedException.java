package org.upstart4j;

/** A start, stop or restart that was waited for has failed; Upstart's log says why. */
public final class JobFailedException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final String instance;

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one, or if it isn't known
   */
  public JobFailedException(UpstartError error, String job, String instance) {
    super(error, error.text() + ": " + JobStatus.label(job, instance));
    this.job = job;
    this.instance = instance;
  }

  /**
   * Returns the job's name.
   *
   * @return the name
   */
  public String job() {
    return job;
  }

  /**
   * Returns the instance's name.
   *
   * @return the name; empty if the job has only one instance, or if it isn't known
   */
  public String instance() {
    return instance;
  }
}
