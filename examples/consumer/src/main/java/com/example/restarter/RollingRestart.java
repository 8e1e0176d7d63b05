package com.example.restarter;

import java.util.function.Consumer;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;

/** Restarts the instances of a job one after the other, so that all but one go on working. */
final class RollingRestart {

  private final Upstart upstart;
  private final Wait patience;

  /**
   * Prepares restarts.
   *
   * @param patience how long to wait for each instance
   */
  RollingRestart(Upstart upstart, Wait patience) {
    this.upstart = upstart;
    this.patience = patience;
  }

  /**
   * Restarts all instances. If one does not come back, the rest is left alone.
   *
   * @param restarted is told of each instance that runs again
   * @throws org.upstart4j.UnknownJobException if there is no such job
   * @throws org.upstart4j.JobFailedException if an instance fails
   * @throws org.upstart4j.UpstartTimeoutException if an instance takes too long
   */
  void restart(String job, Consumer<JobStatus> restarted) {
    for (Instance instance : upstart.job(job).instances()) {
      instance.restart(patience);
      restarted.accept(instance.status());
    }
  }
}
