package org.upstart4j.testcontainers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;

/**
 * What the start of an {@link UpstartContainer} waits for, at most a minute by default.
 *
 * <pre>{@code
 * container.waitingFor(UpstartWait.forJob("web").withStartupTimeout(Duration.ofSeconds(20)));
 * }</pre>
 *
 * <p>Each fails with a {@link JobRejectedException} as soon as it turns out that Upstart does not
 * know a job that the container was given.
 */
public final class UpstartWait extends AbstractWaitStrategy {

  private final @Nullable String job;

  private UpstartWait(@Nullable String job) {
    this.job = job;
  }

  /** {@return waits until Upstart answers and knows the jobs that the container was given} */
  public static UpstartWait forUpstart() {
    return new UpstartWait(null);
  }

  /**
   * {@return waits until an instance of a job runs: {@code start/running}} If it does not run in
   * time, the start fails with a {@link JobNotRunningException}.
   *
   * @param job the job's name
   */
  public static UpstartWait forJob(String job) {
    return new UpstartWait(job);
  }

  /**
   * Sets how long to wait at most.
   *
   * @param limit how long
   * @return this
   */
  @Override
  public UpstartWait withStartupTimeout(Duration limit) {
    super.withStartupTimeout(limit);
    return this;
  }

  @Override
  protected void waitUntilReady() {
    if (!(waitStrategyTarget instanceof UpstartContainer container)) {
      throw new IllegalStateException(
          "UpstartWait is for an UpstartContainer, and this is " + waitStrategyTarget);
    }
    Deadline deadline = Deadline.of(Wait.atMost(startupTimeout));
    Readiness readiness = container.readiness();
    readiness.answers(deadline);
    if (job != null) {
      readiness.runs(job, deadline);
    }
  }
}
