package org.upstart4j;

/** The job has no such instance, which also means that it doesn't run. */
public final class UnknownInstanceException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final String instance;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public UnknownInstanceException(String job, String instance) {
    this(
        new UpstartError(
            "com.ubuntu.Upstart0_6.Error.UnknownInstance", "Unknown instance: " + instance),
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
  public UnknownInstanceException(UpstartError error, String job, String instance) {
    this(error, error.text(), job, instance);
  }

  private UnknownInstanceException(UpstartError error, String text, String job, String instance) {
    super(error, text + (instance.isEmpty() ? "(" + job + " does not run)" : " of job " + job));
    this.job = job;
    this.instance = instance;
  }

  /**
   * Makes the error of an answer that says that the instance's object is not there.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   * @return the error
   */
  public static UnknownInstanceException gone(UpstartError error, String job, String instance) {
    return new UnknownInstanceException(error, "Unknown instance: " + instance, job, instance);
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
