package org.upstart4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No job has that name: its file is missing, or Upstart could not read it. Where it is known, the
 * message says more after Upstart's own words: which line of which file is wrong, or which names
 * are near.
 */
public final class UnknownJobException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final @Nullable String explanation;

  /**
   * Makes the error that Upstart would answer with.
   *
   * @param job the job's name
   */
  public UnknownJobException(String job) {
    this(UpstartError.ofUpstart("UnknownJob", unknown(job)), job);
  }

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   */
  public UnknownJobException(UpstartError error, String job) {
    this(error, error.text(), job, null);
  }

  private UnknownJobException(
      UpstartError error, String text, String job, @Nullable String explanation) {
    super(error, explanation == null ? text : text + "; " + explanation);
    this.job = job;
    this.explanation = explanation;
  }

  /**
   * Makes the error of an answer that says that the job's object is not there.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @return the error
   */
  public static UnknownJobException gone(UpstartError error, String job) {
    return new UnknownJobException(error, unknown(job), job, null);
  }

  private static String unknown(String job) {
    return "Unknown job: " + job;
  }

  /**
   * Returns this error with a reason.
   *
   * @param reason which line of which file is why, or which names are near
   * @return a copy
   */
  public UnknownJobException explained(String reason) {
    UpstartError answer = error().orElseThrow();
    return new UnknownJobException(answer, unknown(job), job, reason);
  }

  /**
   * Returns the job's name.
   *
   * @return the name that was asked for
   */
  public String job() {
    return job;
  }

  /**
   * Returns why there is no such job.
   *
   * @return which line of which file is why, or which names are near; nothing if neither is known
   */
  public Optional<String> explanation() {
    return Optional.ofNullable(explanation);
  }
}
