package org.upstart4j;

/** The job has no such instance, which also means that it doesn't run. */
public final class UnknownInstanceException extends InstanceException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   */
  public UnknownInstanceException(String job, String instance) {
    this(UpstartError.ofUpstart("UnknownInstance", unknown(instance)), job, instance);
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
    super(error, message(text, job, instance), job, instance);
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
    return new UnknownInstanceException(error, unknown(instance), job, instance);
  }

  private static String unknown(String instance) {
    return "Unknown instance: " + instance;
  }

  /** Upstart names the instance only, and says nothing after the colon if there is one only. */
  private static String message(String text, String job, String instance) {
    return instance.isEmpty()
        ? text.stripTrailing() + " (" + job + " does not run)"
        : text + " of job " + job;
  }
}
