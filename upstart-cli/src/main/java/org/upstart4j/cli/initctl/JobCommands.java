package org.upstart4j.cli.initctl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Wait;
import org.upstart4j.cli.watch.Watch;

/** What concerns one job, and the list of all. */
final class JobCommands {

  private JobCommands() {}

  static int start(Call call) {
    Target target = Target.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    Instance instance =
        name == null ? job.start(call.environment(1), call.patience()) : job.instance(name);
    if (name != null) {
      instance.start(Wait.NO_WAIT);
    }
    return say(call, instance);
  }

  static int stop(Call call) {
    Target target = Target.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    if (name != null) {
      Instance instance = job.instance(name);
      instance.stop(Wait.NO_WAIT);
      return say(call, instance);
    }
    Environment environment = call.environment(1);
    Instance instance = job.instance(environment);
    job.stop(environment, call.patience());
    return say(call, instance);
  }

  static int restart(Call call) {
    Target target = Target.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    if (call.has(Option.FRESH)) {
      Environment environment = call.environment(1);
      return say(call, job.restartFresh(environment, call.patience()));
    }
    Instance instance =
        name == null ? job.restart(call.environment(1), call.patience()) : job.instance(name);
    if (name != null) {
      instance.restart(Wait.NO_WAIT);
    }
    return say(call, instance);
  }

  static int reload(Call call) {
    target(call).reload();
    return 0;
  }

  private static Instance target(Call call) {
    Target target = Target.of(call);
    Job job = target.job(call);
    @Nullable String name = target.instance();
    return name == null ? job.instance(call.environment(1)) : job.instance(name);
  }

  /** A job that was named alone, and has no instance, is not an error here. */
  static int status(Call call) {
    try {
      return say(call, target(call));
    } catch (UnknownInstanceException unknown) {
      if (call.words().size() != 1) {
        throw unknown;
      }
      return say(call, JobStatus.notRunning(call.words().get(0)));
    }
  }

  static int list(Call call) {
    if (call.has(Option.WATCH)) {
      return new Watch(call.upstart(), call.out(), call.paint(), call.isJson()).run();
    }
    call.upstart().statuses().forEach(status -> say(call, status));
    call.explainRejected();
    return 0;
  }

  static int usage(Call call) {
    Job job = Target.of(call).job(call);
    Optional<String> usage = job.usage();
    call.say(
        "Usage: " + usage.orElse(""),
        json -> json.member("job", job.name()).member("usage", usage.orElse(null)));
    return 0;
  }

  private static int say(Call call, Instance instance) {
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

  private static int say(Call call, JobStatus status) {
    call.say(status);
    return 0;
  }

  /**
   * The job that is meant, and the instance if the variables of this program name it.
   *
   * @param job the job's name
   * @param instance the instance's name, or null if the words pick it
   */
  private record Target(String job, @Nullable String instance) {

    static Target of(Call call) {
      Optional<String> word = call.word(0);
      if (word.isPresent()) {
        return new Target(word.get(), null);
      }
      @Nullable String job = call.variable("UPSTART_JOB");
      @Nullable String instance = call.variable("UPSTART_INSTANCE");
      if (job == null || instance == null) {
        throw new Misuse("missing job name");
      }
      return new Target(job, instance);
    }

    Job job(Call call) {
      if (job.isEmpty()) {
        throw new Refused("Name may not be empty string");
      }
      return call.upstart().job(job);
    }
  }
}
