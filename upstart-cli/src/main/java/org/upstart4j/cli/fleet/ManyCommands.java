package org.upstart4j.cli.fleet;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.initctl.JobCommands;
import org.upstart4j.cli.live.EnsureWords;
import org.upstart4j.cli.live.LiveWords;
import org.upstart4j.cli.watch.Choice;
import org.upstart4j.fleet.HostCall;

/**
 * The commands about jobs and events, over many hosts. Having nothing to do is no error: who runs
 * them again changes nothing.
 */
public final class ManyCommands {

  private ManyCommands() {}

  /** {@code status}. */
  public static int status(Invocation call) {
    JobWords words = JobWords.of(call);
    return FleetRun.of(call, (host, upstart) -> Statuses.seen(List.of(words.status(upstart))));
  }

  /** {@code list}. */
  public static int list(Invocation call) {
    if (call.has(JobCommands.WATCH)) {
      throw new Misuse("--watch looks at one Upstart; over many hosts, monitor tells what changes");
    }
    Choice choice =
        new Choice(call.arguments().values(JobCommands.JOB), call.has(JobCommands.RUNNING));
    return FleetRun.of(
        call,
        (host, upstart) ->
            Statuses.seen(upstart.statuses().stream().filter(choice::wants).toList()));
  }

  /** {@code emit}. */
  public static int emit(Invocation call) {
    String name = call.arguments().word(0).orElse("");
    if (name.isEmpty()) {
      throw new Misuse("missing event name");
    }
    Event event = new Event(name, LiveWords.environment(call, 1));
    Wait wait = call.patience();
    return FleetRun.of(
        call,
        (host, upstart) -> {
          upstart.emit(event, wait);
          return new Done("emitted");
        });
  }

  /** {@code start}. */
  public static int start(Invocation call) {
    JobWords words = JobWords.of(call);
    Wait wait = call.patience();
    CheckedFirst check = CheckedFirst.of(call, words.name());
    return FleetRun.of(call, check.answering((host, upstart) -> start(words, upstart, wait)));
  }

  private static Answer start(JobWords words, Upstart upstart, Wait wait) {
    Job job = words.job(upstart);
    try {
      return Statuses.of(status(job.start(words.environment(), wait)), true);
    } catch (AlreadyStartedException already) {
      return Statuses.of(job.status(words.environment()), false);
    }
  }

  /** {@code stop}. */
  public static int stop(Invocation call) {
    JobWords words = JobWords.of(call);
    Wait wait = call.patience();
    return FleetRun.of(call, (host, upstart) -> stop(words, upstart, wait));
  }

  private static Answer stop(JobWords words, Upstart upstart, Wait wait) {
    Job job = words.job(upstart);
    boolean changed = true;
    try {
      job.stop(words.environment(), wait);
    } catch (UnknownInstanceException | AlreadyStoppedException already) {
      changed = false;
    }
    return Statuses.of(job.status(words.environment()), changed);
  }

  /** {@code restart}. */
  public static int restart(Invocation call) throws IOException {
    JobWords words = JobWords.of(call);
    Wait wait = call.patience();
    boolean fresh = call.has(JobCommands.FRESH);
    CheckedFirst check = CheckedFirst.of(call, words.name());
    HostCall<Instance> restart =
        (host, upstart) ->
            fresh
                ? words.job(upstart).restartFresh(words.environment(), wait)
                : words.job(upstart).restart(words.environment(), wait);
    return RollingRestart.isWanted(call)
        ? RollingRestart.run(call, words.change("restart"), check.throwing(restart))
        : FleetRun.of(
            call,
            check.answering(
                (host, upstart) -> Statuses.of(status(restart.call(host, upstart)), true)));
  }

  /** {@code ensure}. */
  public static int ensure(Invocation call) {
    EnsureWords words = EnsureWords.of(call);
    Wait wait = call.patience();
    HostCall<Answer> work = (host, upstart) -> ensure(words, upstart.job(words.job()), wait);
    return FleetRun.of(
        call, words.running() ? CheckedFirst.of(call, words.job()).answering(work) : work);
  }

  private static Answer ensure(EnsureWords words, Job job, Wait wait) {
    Environment environment = words.environment();
    boolean changed = job.status(environment).isStarted() != words.running();
    if (!words.running()) {
      job.ensureStopped(environment, wait);
      return Statuses.of(job.status(environment), changed);
    }
    Instance instance =
        words.stays().isPresent()
            ? job.ensureStaysRunning(environment, words.stays().get(), wait)
            : job.ensureRunning(environment, wait);
    return Statuses.of(status(instance), changed);
  }

  /** A task may have ended by now. */
  private static JobStatus status(Instance instance) {
    return gone(instance::status, instance.job().name());
  }

  private static JobStatus gone(Supplier<JobStatus> status, String job) {
    try {
      return status.get();
    } catch (UnknownInstanceException ended) {
      return JobStatus.notRunning(job);
    }
  }
}
