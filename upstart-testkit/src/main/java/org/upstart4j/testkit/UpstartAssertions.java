package org.upstart4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.assertj.core.api.Assertions;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFolder;

/**
 * Assertions about jobs and their history, together with all of AssertJ's own.
 *
 * <pre>{@code
 * import static org.upstart4j.testkit.UpstartAssertions.assertThat;
 *
 * assertThat(upstart.job("web")).isRunning();
 * assertThat(upstart.history()).emitted("started JOB=web");
 * assertThat(JobDirectory.of(Path.of("init"))).hasNoFindings(Platform.UBUNTU_14_04);
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

  /**
   * Begins assertions about a folder of job files, as it is at this moment.
   *
   * @param actual the folder
   * @return the assertions
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static JobFolderAssert assertThat(JobDirectory actual) {
    try {
      return new JobFolderAssert(actual.read());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Begins assertions about a folder of job files.
   *
   * @param actual what the folder holds
   * @return the assertions
   */
  public static JobFolderAssert assertThat(JobFolder actual) {
    return new JobFolderAssert(actual);
  }
}
