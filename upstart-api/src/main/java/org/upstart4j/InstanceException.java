package org.upstart4j;

/** Something that was asked of an instance of a job did not happen. Each subclass is one reason. */
public abstract sealed class InstanceException extends UpstartException
    permits AlreadyStartedException,
        AlreadyStoppedException,
        CGroupManagerNotAvailableException,
        JobFailedException,
        NotRunningException,
        UnknownInstanceException {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final String instance;

  InstanceException(UpstartError error, String message, String job, String instance) {
    super(error, message);
    this.job = job;
    this.instance = instance;
  }

  /**
   * Returns the job's name.
   *
   * @return the name
   */
  public final String job() {
    return job;
  }

  /**
   * Returns the instance's name.
   *
   * @return the name; empty if the job has only one instance, or if it isn't known
   */
  public final String instance() {
    return instance;
  }

  /** Makes Upstart's own answer, which ends with the name of the instance. */
  static UpstartError answer(String name, String text, String job, String instance) {
    return UpstartError.ofUpstart(name, text + ": " + JobStatus.label(job, instance));
  }
}
