package org.upstart4j;

/** The job has cgroup stanzas, and Upstart does not know of a cgroup manager. */
public final class CGroupManagerNotAvailableException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final String instance;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public CGroupManagerNotAvailableException(String job, String instance) {
    this(
        new UpstartError(
            "com.ubuntu.Upstart0_6.Error.CGroupManagerNotAvailable",
            "Job cannot be started as cgroup manager not available: "
                + JobStatus.label(job, instance)),
        job,
        instance);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one, or if it isn't known
   */
  public CGroupManagerNotAvailableException(UpstartError error, String job, String instance) {
    super(error, error.text());
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
