package org.upstart4j;

/** The job has cgroup stanzas, and Upstart does not know of a cgroup manager. */
public final class CGroupManagerNotAvailableException extends InstanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public CGroupManagerNotAvailableException(String job, String instance) {
    this(
        answer(
            "CGroupManagerNotAvailable",
            "Job cannot be started as cgroup manager not available",
            job,
            instance),
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
    super(error, error.text(), job, instance);
  }
}
