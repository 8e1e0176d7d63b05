package org.upstart4j.initctl;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UpstartError;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.StatusOutput;

/**
 * An instance that an initctl controls. It is known by its name, and initctl's commands on a name
 * never wait: so this polls.
 *
 * @param started the variables that it was started with; null unless it was started here
 */
record InitctlInstance(InitctlJob job, String name, @Nullable Environment started)
    implements Instance {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LAST_PAUSE = Duration.ofMillis(500);

  private InitctlProgram initctl() {
    return job.upstart().initctl();
  }

  private InitctlRequest request(String command) {
    return job.inside(command, name);
  }

  @Override
  public JobStatus status() {
    return status(initctl().limit());
  }

  private JobStatus status(Wait wait) {
    JobStatus status =
        initctl().ask(request("status"), wait, output -> StatusOutput.only(output, job.name()));
    if (status.equals(JobStatus.notRunning(job.name()))) {
      // it went away while initctl asked for it
      throw new UnknownInstanceException(job.name(), name);
    }
    return status;
  }

  @Override
  public void start(Wait wait) {
    change("start", wait, "Job failed to start");
  }

  @Override
  public void restart(Wait wait) {
    change("restart", wait, "Job failed to restart");
  }

  private void change(String command, Wait wait, String failure) {
    Deadline deadline = Deadline.of(wait);
    initctl().tell(request(command), initctl().within(deadline));
    if (wait.waits() && !comesToRun(deadline, command)) {
      throw failed(failure);
    }
  }

  /** Waits until it runs; returns false if it stops instead. */
  private boolean comesToRun(Deadline deadline, String command) {
    JobStatus status = look(deadline);
    for (Pace pace = new Pace(); status.goal().equals(Goal.START); status = look(deadline)) {
      if (status.isRunning()) {
        return true;
      }
      pace.sleep(deadline, command + " of " + this);
    }
    return false;
  }

  private JobStatus look(Deadline deadline) {
    try {
      return status(initctl().within(deadline));
    } catch (UnknownInstanceException | UnknownJobException gone) {
      return JobStatus.notRunning(job.name());
    }
  }

  private JobFailedException failed(String text) {
    return new JobFailedException(
        new UpstartError(UpstartError.UPSTART + "JobFailed", text), job.name(), name);
  }

  @Override
  public void stop(Wait wait) {
    Environment variables = name.isEmpty() ? Environment.EMPTY : started;
    if (variables != null) {
      try {
        // this command waits, and reports a failure
        job.stop(variables, wait);
        return;
      } catch (UnknownParameterException named) {
        // by now the job names its instances in another way
      }
    }
    Deadline deadline = Deadline.of(wait);
    job.stop(request("stop"), initctl().within(deadline));
    if (wait.waits() && !goes(deadline)) {
      throw failed("Job failed while stopping");
    }
  }

  /** Waits until it is gone; returns false if it is started again instead. */
  private boolean goes(Deadline deadline) {
    JobStatus status = look(deadline);
    JobStatus gone = JobStatus.notRunning(job.name());
    for (Pace pace = new Pace(); !status.isStarted(); status = look(deadline)) {
      if (status.equals(gone)) {
        return true;
      }
      pace.sleep(deadline, "the stop of " + this);
    }
    return false;
  }

  /** Longer and longer pauses. */
  private static final class Pace {

    private Duration pause = FIRST_PAUSE;

    void sleep(Deadline deadline, String what) {
      deadline.sleep(pause, what);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LAST_PAUSE) < 0 ? longer : LAST_PAUSE;
    }
  }

  @Override
  public CompletableFuture<@Nullable Void> startAsync() {
    return job.upstart().done(() -> start(Wait.FOREVER));
  }

  @Override
  public CompletableFuture<@Nullable Void> stopAsync() {
    return job.upstart().done(() -> stop(Wait.FOREVER));
  }

  @Override
  public CompletableFuture<@Nullable Void> restartAsync() {
    return job.upstart().done(() -> restart(Wait.FOREVER));
  }

  @Override
  public void reload() {
    initctl().tell(request("reload"));
  }

  /** However they were found, instances of the same name are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InitctlInstance that && job.equals(that.job) && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(job, name);
  }

  @Override
  public String toString() {
    return JobStatus.label(job.name(), name);
  }
}
