package org.upstart4j;

import org.jspecify.annotations.Nullable;

/** What everybody writes by hand around start and stop. */
final class Ensuring {

  private Ensuring() {}

  static Instance running(Job job, Environment environment, Wait wait) {
    Deadline deadline = Deadline.of(wait);
    while (true) {
      try {
        return job.start(environment, deadline.remaining());
      } catch (AlreadyStartedException starts) {
        Instance instance = started(job, environment, deadline);
        if (instance != null) {
          return instance;
        }
      }
    }
  }

  /** Waits for a start that is under way; returns nothing if it is over by now. */
  private static @Nullable Instance started(Job job, Environment environment, Deadline deadline) {
    Instance instance;
    try {
      instance = job.instance(environment);
    } catch (UnknownInstanceException gone) {
      return null;
    }
    if (!deadline.waits() || comesToRun(instance, deadline)) {
      return instance;
    }
    throw new JobFailedException(
        UpstartError.ofUpstart("JobFailed", "Job failed to start"), job.name(), instance.name());
  }

  private static boolean comesToRun(Instance instance, Deadline deadline) {
    try {
      return Awaiting.of(instance)
          .until(status -> status.isRunning() || !status.isStarted(), "the start", deadline)
          .isRunning();
    } catch (UnknownInstanceException stopped) {
      // who looks again and again may not see how it stopped
      return false;
    }
  }

  static void stopped(Job job, Environment environment, Wait wait) {
    Deadline deadline = Deadline.of(wait);
    while (true) {
      try {
        job.stop(environment, deadline.remaining());
        return;
      } catch (UnknownInstanceException gone) {
        return;
      } catch (AlreadyStoppedException stops) {
        if (!deadline.waits() || awaitStop(job, environment, deadline).goal().equals(Goal.STOP)) {
          return;
        }
      }
    }
  }

  private static JobStatus awaitStop(Job job, Environment environment, Deadline deadline) {
    return Awaiting.of(job, environment)
        .until(
            status -> status.is(Goal.STOP, State.WAITING) || status.isStarted(),
            "the stop",
            deadline);
  }

  static Instance restarted(Job job, Environment environment, Wait wait) {
    Deadline deadline = Deadline.of(wait.waits() ? wait : Wait.FOREVER);
    stopped(job, environment, deadline.remaining());
    Job fresh = job.upstart().job(job.name());
    return fresh.start(environment, wait.waits() ? deadline.remaining() : wait);
  }
}
