package org.upstart4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A start, stop or restart that was waited for has failed. Where it is known, the message says
 * after Upstart's own words which process is why; Upstart's log says more.
 */
public final class JobFailedException extends InstanceException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable JobFailure failure;

  /**
   * Makes the error of an answer.
   *
   * @param error what Upstart answered
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one, or if it isn't known
   */
  public JobFailedException(UpstartError error, String job, String instance) {
    this(error, job, instance, null);
  }

  private JobFailedException(
      UpstartError error, String job, String instance, @Nullable JobFailure failure) {
    super(error, message(error.text(), JobStatus.label(job, instance), failure), job, instance);
    this.failure = failure;
  }

  private static String message(String text, String label, @Nullable JobFailure failure) {
    String failed = text + ": " + label;
    return failure == null ? failed : failed + "; " + failure;
  }

  /**
   * Returns this error with a reason.
   *
   * @param reason how the job has failed
   * @return a copy
   */
  public JobFailedException explained(JobFailure reason) {
    return new JobFailedException(error().orElseThrow(), job(), instance(), reason);
  }

  /**
   * Returns which process has failed, and how.
   *
   * @return the failure; nothing if the transport does not tell, as initctl does not
   */
  public Optional<JobFailure> failure() {
    return Optional.ofNullable(failure);
  }
}
