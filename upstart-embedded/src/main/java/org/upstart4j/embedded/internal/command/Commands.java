package org.upstart4j.embedded.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.CGroupManagerNotAvailableException;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.Goal;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.NotRunningException;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.embedded.internal.engine.Boot;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.job.LiveJob;
import org.upstart4j.embedded.internal.state.StateDump;
import org.upstart4j.embedded.internal.variable.Imports;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.internal.match.Expansion;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.UpstartState;

/**
 * What an engine can be asked for. All methods but the constructor are called on the engine's
 * thread; those that take a reply complete it then or later.
 */
public final class Commands {

  private static final String START_FAILED = "Job failed to start";
  private static final String STOP_FAILED = "Job failed while stopping";
  private static final String RESTART_FAILED = "Job failed to restart";

  private final Engine engine;
  private @Nullable Boot boot;

  /** Makes the commands of an engine. */
  public Commands(Engine engine) {
    this.engine = engine;
  }

  /** Returns the lowest priority that the engine logs. */
  public LogPriority logPriority() {
    return engine.log().priority();
  }

  /** Sets the lowest priority that the engine logs. */
  public void setLogPriority(LogPriority priority) {
    engine.log().setPriority(priority);
  }

  /** Returns what the engine has logged lately, oldest first. */
  public List<LoggedMessage> messages() {
    return engine.log().messages();
  }

  /** Reads all jobs again. */
  public void reloadConfiguration() {
    engine.log().log(LogPriority.INFO, "Reloading configuration");
    engine.source().reload();
  }

  /** Refuses the address of D-Bus as process 1 does; in a session only the state tells it. */
  public void notifyDbusAddress(String address) {
    if (!engine.options().userSession()) {
      throw new PermissionDeniedException("Not permissible to notify D-Bus address for PID 1");
    }
    engine.notices().foundBus(address);
  }

  /** Lets jobs with cgroup stanzas start. */
  public void notifyCgroupManager(String address) {
    engine.foundCgroupManager(address);
  }

  /** Ends the session, then calls that on the engine's thread; process 1 does nothing. */
  public void endSession(Runnable ended) {
    if (engine.options().userSession()) {
      engine.endSession(ended);
    }
  }

  /** Returns the state of the whole engine. */
  public UpstartState state() {
    return StateDump.of(engine);
  }

  /** Returns the names of all jobs. */
  public List<String> jobs() {
    return engine.jobs().all().stream().map(LiveJob::name).toList();
  }

  /** Returns what a job's files say. */
  public JobDefinition definition(String job) {
    return job(job).definition();
  }

  /** Returns the status of every instance, and of every job without instances. */
  public List<JobStatus> statuses() {
    List<JobStatus> statuses = new ArrayList<>();
    for (LiveJob job : engine.jobs().all()) {
      if (job.instances().isEmpty()) {
        statuses.add(JobStatus.notRunning(job.name()));
      }
      job.instances().all().forEach(instance -> statuses.add(instance.status()));
    }
    return statuses;
  }

  /** Returns the names of a job's instances. */
  public List<String> instances(String job) {
    List<String> names = new ArrayList<>();
    job(job).instances().all().forEach(instance -> names.add(instance.name()));
    return names;
  }

  /** Returns the status of an instance. */
  public JobStatus status(String job, String instance) {
    return instance(job, instance).status();
  }

  /** Returns the status of the instance that an environment means; stopped if it isn't there. */
  public JobStatus status(String job, Environment environment) {
    LiveJob found = job(job);
    String name = name(found, variables(found, environment), true);
    LiveInstance instance = found.instances().get(name);
    return instance == null ? JobStatus.notRunning(job) : instance.status();
  }

  /** Returns the name of the instance that an environment means. */
  public String find(String job, Environment environment) {
    LiveJob found = job(job);
    return existing(found, name(found, variables(found, environment), true)).name();
  }

  /** Starts an instance; the reply is its name. */
  public void start(
      String job, Environment environment, boolean wait, CompletableFuture<String> reply) {
    LiveJob started = job(job);
    requireCgroupManager(started.needsCgroups(), started.name(), "");
    Variables variables = variables(started, environment);
    LiveInstance instance = started.instance(engine.port(), name(started, variables, true));
    requireNotStarted(instance);
    start(instance, variables, new Reply<>(reply, instance::name, START_FAILED), wait);
  }

  /** Starts an existing instance. */
  public void start(
      String job, String instance, boolean wait, CompletableFuture<@Nullable Void> reply) {
    LiveInstance started = instance(job, instance);
    requireNotStarted(started);
    requireCgroupManager(started.job().needsCgroups(), job, instance);
    start(started, null, new Reply<>(reply, () -> null, START_FAILED), wait);
  }

  private static void start(
      LiveInstance instance, @Nullable Variables variables, Reply<?> reply, boolean wait) {
    instance.setStartVariables(variables);
    reply.give(instance, wait, () -> instance.changeGoal(Goal.START));
  }

  /** Stops an instance. */
  public void stop(
      String job, Environment environment, boolean wait, CompletableFuture<@Nullable Void> reply) {
    LiveJob stopped = job(job);
    String name = name(stopped, variables(stopped, environment), false);
    LiveInstance instance = existing(stopped, name);
    stop(instance, new Variables(stopped.imports().ofCall(environment.entries())), wait, reply);
  }

  /** Stops an existing instance. */
  public void stop(
      String job, String instance, boolean wait, CompletableFuture<@Nullable Void> reply) {
    stop(instance(job, instance), null, wait, reply);
  }

  private static void stop(
      LiveInstance instance,
      @Nullable Variables variables,
      boolean wait,
      CompletableFuture<@Nullable Void> reply) {
    requireNotStopped(instance, instance.label());
    instance.setStopVariables(variables);
    new Reply<>(reply, () -> null, STOP_FAILED)
        .give(instance, wait, () -> instance.changeGoal(Goal.STOP));
  }

  /** Stops and starts an instance; the reply is its name. */
  public void restart(
      String job, Environment environment, boolean wait, CompletableFuture<String> reply) {
    LiveJob restarted = job(job);
    Variables variables = variables(restarted, environment);
    LiveInstance instance = existing(restarted, name(restarted, variables, false));
    // here, and only here, Upstart names the instance alone
    requireNotStopped(instance, instance.name());
    restart(instance, variables, new Reply<>(reply, instance::name, RESTART_FAILED), wait);
  }

  /** Stops and starts an existing instance. */
  public void restart(
      String job, String instance, boolean wait, CompletableFuture<@Nullable Void> reply) {
    LiveInstance restarted = instance(job, instance);
    requireNotStopped(restarted, restarted.label());
    restart(restarted, null, new Reply<>(reply, () -> null, RESTART_FAILED), wait);
  }

  private static void restart(
      LiveInstance instance, @Nullable Variables variables, Reply<?> reply, boolean wait) {
    instance.setStartVariables(variables);
    instance.setStopVariables(null);
    reply.give(
        instance,
        wait,
        () -> {
          instance.changeGoal(Goal.STOP);
          instance.changeGoal(Goal.START);
        });
  }

  /** Sends the reload signal to an instance's main process. */
  public void reload(String job, String instance) {
    if (!instance(job, instance).processes().reload()) {
      throw new NotRunningException(job, instance);
    }
  }

  /** Emits an event. */
  /** Emits the events of a boot in their order; answers when it is over. */
  public void boot(List<Event> events, CompletableFuture<@Nullable Void> reply) {
    List<Event> all = events.stream().map(this::fromOutside).toList();
    endBoot();
    Boot begun = new Boot(engine.events(), all, () -> reply.complete(null));
    boot = begun;
    begun.goOn();
  }

  /** Emits no more of them. */
  public void endBoot() {
    if (boot != null) {
      boot.end();
      boot = null;
    }
  }

  public void emit(Event event, boolean wait, CompletableFuture<@Nullable Void> reply) {
    LiveEvent emitted = engine.events().emit(fromOutside(event));
    if (!wait) {
      reply.complete(null);
      return;
    }
    emitted.whenFinished(
        finished -> {
          if (finished.hasFailed()) {
            reply.completeExceptionally(new EventFailedException(event.name()));
          } else {
            reply.complete(null);
          }
        });
  }

  /**
   * The answer to a command on an instance.
   *
   * @param failure what Upstart says if the job fails meanwhile
   */
  private record Reply<T extends @Nullable Object>(
      CompletableFuture<T> future, Supplier<T> value, String failure) {

    /** Changes an instance's goal, and answers at once or when the instance rests or fails. */
    void give(LiveInstance instance, boolean wait, Runnable change) {
      instance.release(false);
      if (wait) {
        instance.hold(failed -> complete(instance, failed));
      }
      change.run();
      if (!wait) {
        complete(instance, false);
      }
    }

    private void complete(LiveInstance instance, boolean failed) {
      if (failed) {
        future.completeExceptionally(
            new JobFailedException(
                    new UpstartError(UpstartError.UPSTART + "JobFailed", failure),
                    instance.job().name(),
                    instance.name())
                .explained(instance.failure()));
      } else {
        future.complete(value.get());
      }
    }
  }

  public LiveJob job(String name) {
    LiveJob job = engine.jobs().get(name);
    if (job == null) {
      throw new UnknownJobException(name);
    }
    return job;
  }

  public LiveInstance instance(String job, String name) {
    return existing(job(job), name);
  }

  private static LiveInstance existing(LiveJob job, String name) {
    LiveInstance instance = job.instances().get(name);
    if (instance == null) {
      throw new UnknownInstanceException(job.name(), name);
    }
    return instance;
  }

  private Event fromOutside(Event event) {
    UpstartVersion version = engine.options().source().version();
    return new Event(event.name(), Imports.ofOutside(event.variables(), version));
  }

  private Variables variables(LiveJob job, Environment environment) {
    return engine
        .variables()
        .of(job.definition())
        .addAll(job.imports().ofCall(environment.entries()));
  }

  private static String name(LiveJob job, Variables variables, boolean withUsage) {
    try {
      return job.instanceName(variables);
    } catch (Expansion.Failure failure) {
      String usage =
          withUsage ? job.definition().usage().map(text -> "\nUsage: " + text).orElse("") : "";
      throw unnamed(
          new UpstartError(UpstartError.DBUS + "InvalidArgs", failure.text() + usage), job.name());
    }
  }

  private static UpstartException unnamed(UpstartError error, String job) {
    return error.text().startsWith("Unknown parameter: ")
        ? new UnknownParameterException(error, job)
        : new UnexpectedErrorException(error);
  }

  private void requireCgroupManager(boolean needed, String job, String instance) {
    if (needed && !engine.notices().hasCgroupManager()) {
      throw new CGroupManagerNotAvailableException(job, instance);
    }
  }

  private static void requireNotStarted(LiveInstance instance) {
    if (instance.isStarted()) {
      throw new AlreadyStartedException(instance.job().name(), instance.name());
    }
  }

  private static void requireNotStopped(LiveInstance instance, String label) {
    if (instance.isStopped()) {
      throw new AlreadyStoppedException(
          new UpstartError(
              UpstartError.UPSTART + "AlreadyStopped", "Job has already been stopped: " + label),
          instance.job().name(),
          instance.name());
    }
  }
}
