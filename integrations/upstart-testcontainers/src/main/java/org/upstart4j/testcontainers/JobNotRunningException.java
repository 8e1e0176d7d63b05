package org.upstart4j.testcontainers;

import java.util.List;
import org.testcontainers.containers.ContainerLaunchException;
import org.upstart4j.JobStatus;

/**
 * A job did not run in time. The message says how it stands instead, what starts it, and the end of
 * its log.
 */
public final class JobNotRunningException extends ContainerLaunchException {

  private static final long serialVersionUID = 1L;

  private final String job;
  private final transient List<JobStatus> statuses;

  JobNotRunningException(String job, List<JobStatus> statuses, String message) {
    super(message);
    this.job = job;
    this.statuses = List.copyOf(statuses);
  }

  /** {@return the job's name} */
  public String job() {
    return job;
  }

  /** {@return how its instances stood when the time was up; {@code stop/waiting} without any} */
  public List<JobStatus> statuses() {
    return statuses;
  }
}
