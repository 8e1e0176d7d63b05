package org.upstart4j;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What programs would otherwise write by hand around start, stop and status. */
final class Ensuring {

  private static final String UNKNOWN = "Unknown instance: ";

  private Ensuring() {}

  /** The signals of an Upstart. */
  private record UpstartSignals(Upstart upstart) implements Awaiting.SignalSource {

    @Override
    public boolean areThere() {
      return upstart.capabilities().contains(Capability.SIGNALS);
    }

    @Override
    public Subscription subscribe(UpstartListener listener) {
      return upstart.subscribe(listener);
    }
  }

  /** Waits for an instance that is there. */
  private static Awaiting awaiting(Instance instance) {
    Job job = instance.job();
    return new Awaiting(
        new UpstartSignals(job.upstart()), job.name(), instance.name(), instance::status);
  }

  /** Waits for an instance that may come and go; it counts as stopped while it isn't there. */
  private static Awaiting awaiting(Job job, Environment environment) {
    return new Awaiting(
        new UpstartSignals(job.upstart()),
        job.name(),
        name(job, environment),
        () -> job.status(environment));
  }

  private static @Nullable String name(Job job, Environment environment) {
    try {
      return job.instance(environment).name();
    } catch (UnknownInstanceException notYet) {
      // an Upstart that speaks another language does not tell the name
      return notYet
          .error()
          .filter(error -> error.text().startsWith(UNKNOWN))
          .map(error -> error.text().substring(UNKNOWN.length()))
          .orElse(null);
    }
  }

  static JobStatus reached(Job job, Environment environment, Goal goal, State state, Wait wait) {
    return awaiting(job, environment).until(goal, state, wait);
  }

  static JobStatus reached(Instance instance, Goal goal, State state, Wait wait) {
    try {
      return awaiting(instance).until(goal, state, wait);
    } catch (UnknownInstanceException gone) {
      JobStatus stopped = JobStatus.notRunning(instance.job().name());
      if (stopped.is(goal, state)) {
        return stopped;
      }
      throw gone;
    }
  }

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
      return awaiting(instance)
          .until(status -> status.isRunning() || !status.isStarted(), "the start", deadline)
          .isRunning();
    } catch (UnknownInstanceException stopped) {
      // looking again and again may miss how it stopped
      return false;
    }
  }

  static Instance staying(Job job, Environment environment, Duration stays, Wait wait) {
    requireNotNegative(stays);
    if (!wait.waits()) {
      return running(job, environment, wait);
    }
    Deadline deadline = Deadline.of(wait);
    // signals before the start, so that no respawn is missed
    return hearing(
        job,
        heard -> {
          Instance instance = running(job, environment, deadline.remaining());
          awaitStay(instance, stays, deadline, heard);
          return instance;
        });
  }

  static void stays(Instance instance, Duration stays, Wait wait) {
    requireNotNegative(stays);
    if (wait.waits()) {
      Deadline deadline = Deadline.of(wait);
      hearing(
          instance.job(),
          heard -> {
            awaitStay(instance, stays, deadline, heard);
            return instance;
          });
    }
  }

  private static void requireNotNegative(Duration stays) {
    if (stays.isNegative()) {
      throw new IllegalArgumentException("A job cannot stay up for " + stays);
    }
  }

  /** Does something while the breaks of a job are heard, as far as there are signals. */
  private static Instance hearing(Job job, Function<@Nullable Interruptions, Instance> work) {
    if (!job.upstart().capabilities().contains(Capability.SIGNALS)) {
      return work.apply(null);
    }
    Interruptions heard = new Interruptions(job.name());
    try (Subscription subscription = job.upstart().subscribe(heard)) {
      return work.apply(heard);
    }
  }

  private static void awaitStay(
      Instance instance, Duration stays, Deadline deadline, @Nullable Interruptions heard) {
    Job job = instance.job();
    OwnTime time = job.upstart() instanceof OwnTime own ? own : Staying.MACHINE;
    new Staying(job.name(), instance.name(), () -> statusOf(instance), time, heard)
        .await(stays, deadline);
  }

  private static JobStatus statusOf(Instance instance) {
    try {
      return instance.status();
    } catch (UnknownInstanceException gone) {
      return JobStatus.notRunning(instance.job().name());
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
    return awaiting(job, environment)
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
