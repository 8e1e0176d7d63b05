package org.upstart4j.cli.initctl;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Wait;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.watch.Choice;
import org.upstart4j.cli.watch.ListWatch;

/** What concerns one job, and the list of all. */
public final class JobCommands {

  public static final Option FRESH = Option.flag("fresh", "start it as its file is now");
  public static final Option WATCH =
      Option.flag("watch", "keep showing what changes, until interrupted");
  public static final Option JOB =
      Option.text("job", "GLOB", "only jobs with such a name; may be repeated");
  public static final Option RUNNING =
      Option.flag("running", "only what runs, is on its way, or was heard to fail");

  private JobCommands() {}

  public static int start(Invocation call) {
    NamedJob target = NamedJob.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    if (name != null) {
      Instance instance = job.instance(name);
      instance.start(Wait.NO_WAIT);
      return say(call, instance);
    }
    Environment environment = new CommandAnswers(call).environment(1);
    return say(
        call, waiting(call, job, environment, () -> job.start(environment, call.patience())));
  }

  public static int stop(Invocation call) {
    NamedJob target = NamedJob.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    if (name != null) {
      Instance instance = job.instance(name);
      instance.stop(Wait.NO_WAIT);
      return say(call, instance);
    }
    Environment environment = new CommandAnswers(call).environment(1);
    Instance instance = job.instance(environment);
    try (WaitingLine waiting = WaitingLine.ofJob(call, job.name(), environment)) {
      job.stop(environment, call.patience());
    }
    return say(call, instance);
  }

  public static int restart(Invocation call) {
    NamedJob target = NamedJob.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    if (call.has(FRESH)) {
      Environment environment = new CommandAnswers(call).environment(1);
      return say(
          call,
          waiting(call, job, environment, () -> job.restartFresh(environment, call.patience())));
    }
    if (name != null) {
      Instance instance = job.instance(name);
      instance.restart(Wait.NO_WAIT);
      return say(call, instance);
    }
    Environment environment = new CommandAnswers(call).environment(1);
    return say(
        call, waiting(call, job, environment, () -> job.restart(environment, call.patience())));
  }

  /** Has something done that may take long, and says meanwhile on a terminal how the job stands. */
  private static Instance waiting(
      Invocation call, Job job, Environment environment, Supplier<Instance> work) {
    try (WaitingLine waiting = WaitingLine.ofJob(call, job.name(), environment)) {
      return work.get();
    }
  }

  public static int reload(Invocation call) {
    target(call).reload();
    return 0;
  }

  private static Instance target(Invocation call) {
    NamedJob target = NamedJob.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    return name == null
        ? job.instance(new CommandAnswers(call).environment(1))
        : job.instance(name);
  }

  /** A job that was named alone, and has no instance, is not an error here. */
  public static int status(Invocation call) {
    try {
      return say(call, target(call));
    } catch (UnknownInstanceException unknown) {
      if (call.arguments().words().size() != 1) {
        throw unknown;
      }
      return say(call, JobStatus.notRunning(call.arguments().words().get(0)));
    }
  }

  public static int list(Invocation call) {
    Choice choice = new Choice(call.arguments().values(JOB), call.has(RUNNING));
    if (call.has(WATCH)) {
      return new ListWatch(
              call.upstart(),
              choice,
              call.out(),
              call.console().paint(),
              new CommandAnswers(call).isJson())
          .run();
    }
    // a loop, as streams take time at a start
    for (JobStatus status : call.upstart().statuses()) {
      if (choice.wants(status)) {
        say(call, status);
      }
    }
    new CommandAnswers(call).explainRejected();
    return 0;
  }

  public static int usage(Invocation call) {
    Job job = NamedJob.of(call).job(call);
    Optional<String> usage = job.usage();
    new CommandAnswers(call)
        .say(
            "Usage: " + usage.orElse(""),
            json -> json.member("job", job.name()).member("usage", usage.orElse(null)));
    return 0;
  }

  private static int say(Invocation call, Instance instance) {
    JobStatus status;
    try {
      status = instance.status();
    } catch (UnknownInstanceException gone) {
      // initctl asks the job for something, which is an error if the job has gone, too
      instance.job().description();
      status = JobStatus.notRunning(instance.job().name());
    }
    return say(call, status);
  }

  private static int say(Invocation call, JobStatus status) {
    new CommandAnswers(call).say(status);
    return 0;
  }

  /**
   * The job that is meant, and the instance if the variables of this program name it.
   *
   * @param job the job's name
   * @param instance the instance's name, or null if the words pick it
   */
  private record NamedJob(String job, @Nullable String instance) {

    static NamedJob of(Invocation call) {
      Optional<String> word = call.arguments().word(0);
      if (word.isPresent()) {
        return new NamedJob(word.get(), null);
      }
      @Nullable String job = call.variable("UPSTART_JOB");
      @Nullable String instance = call.variable("UPSTART_INSTANCE");
      if (job == null || instance == null) {
        throw new Misuse("missing job name");
      }
      return new NamedJob(job, instance);
    }

    Job job(Invocation call) {
      if (job.isEmpty()) {
        throw new InitctlRefusal("Name may not be empty string");
      }
      return call.upstart().job(job);
    }
  }
}
