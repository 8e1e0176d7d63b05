package org.upstart4j;

/** No job has that name: its file is missing, or Upstart could not read it. */
public final class UnknownJobException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String job;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   */
  public UnknownJobException(String job) {
    this(new UpstartError("com.ubuntu.Upstart0_6.Error.UnknownJob", "Unknown job: " + job), job);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   */
  public UnknownJobException(UpstartError error, String job) {
    this(error, error.text(), job);
  }

  private UnknownJobException(UpstartError error, String message, String job) {
    super(error, message);
    this.job = job;
  }

  /**
   * Makes the error of an answer that says that the job's object is not there.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @return the error
   */
  public static UnknownJobException gone(UpstartError error, String job) {
    return new UnknownJobException(error, "Unknown job: " + job, job);
  }

  /**
   * Returns the job's name.
   *
   * @return the name that was asked for
   */
  public String job() {
    return job;
  }
}
