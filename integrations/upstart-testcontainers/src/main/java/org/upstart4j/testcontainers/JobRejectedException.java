package org.upstart4j.testcontainers;

import org.testcontainers.containers.ContainerLaunchException;

/**
 * The Upstart in the container runs, but does not know a job that it was given. The message says
 * what is wrong with the job's file, where that is known.
 */
public final class JobRejectedException extends ContainerLaunchException {

  private static final long serialVersionUID = 1L;

  private final String job;

  JobRejectedException(String job, String message) {
    super(message);
    this.job = job;
  }

  /** {@return the job's name} */
  public String job() {
    return job;
  }
}
