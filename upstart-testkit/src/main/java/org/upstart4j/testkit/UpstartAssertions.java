package org.upstart4j.testkit;

import org.assertj.core.api.Assertions;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;

/**
 * Assertions about jobs and their history, together with all of AssertJ's own.
 *
 * <pre>{@code
 * import static org.upstart4j.testkit.UpstartAssertions.assertThat;
 *
 * assertThat(upstart.job("web")).isRunning();
 * assertThat(upstart.history()).emitted("started JOB=web");
 * }</pre>
 */
public class UpstartAssertions extends Assertions {

  /** Only for subclasses with assertions of their own. */
  protected UpstartAssertions() {}

  /**
   * Begins assertions about a job.
   *
   * @param actual the job
   * @return the assertions
   */
  public static JobAssert assertThat(Job actual) {
    return new JobAssert(actual);
  }

  /**
   * Begins assertions about a status.
   *
   * @param actual the status
   * @return the assertions
   */
  public static JobStatusAssert assertThat(JobStatus actual) {
    return new JobStatusAssert(actual);
  }

  /**
   * Begins assertions about what has happened.
   *
   * @param actual the history
   * @return the assertions
   */
  public static HistoryAssert assertThat(History actual) {
    return new HistoryAssert(actual);
  }
}
