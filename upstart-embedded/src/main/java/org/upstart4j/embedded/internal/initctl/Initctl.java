package org.upstart4j.embedded.internal.initctl;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownVariableException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.initctl.CommandLine.Refused;

/**
 * What jobs ask of initctl, and of start, stop, restart, reload and status. It answers as the real
 * one does, without the commands for people.
 */
public final class Initctl {

  private final Upstart upstart;
  private final Map<String, String> variables;
  private final CommandLine line;

  private Initctl(Upstart upstart, Map<String, String> variables, CommandLine line) {
    this.upstart = upstart;
    this.variables = variables;
    this.line = line;
  }

  /**
   * Runs a command.
   *
   * @param upstart what it is for
   * @param variables UPSTART_JOB and UPSTART_INSTANCE, if the process has them
   * @param program its name
   * @param arguments what is given to it
   * @return how it ends; never fails
   */
  public static CompletableFuture<Result> run(
      Upstart upstart, Map<String, String> variables, String program, List<String> arguments) {
    try {
      CommandLine line = new CommandLine(program, arguments);
      return new Initctl(upstart, variables, line)
          .run()
          .toCompletableFuture()
          .exceptionally(failure -> failed(program, failure))
          .thenApply(result -> line.has("quiet") ? quiet(result) : result);
    } catch (Refused | RuntimeException failure) {
      return completedFuture(failed(program, failure));
    }
  }

  private static Result quiet(Result result) {
    return new Result(result.status(), "", result.errors());
  }

  private static Result failed(String program, Throwable failure) {
    Throwable cause = failure.getCause();
    Throwable reason = failure instanceof CompletionException && cause != null ? cause : failure;
    String text =
        reason instanceof UpstartException known && known.error().isPresent()
            ? known.error().get().text()
            : String.valueOf(reason.getMessage());
    return new Result(1, "", program + ": " + text + "\n");
  }

  private CompletionStage<Result> run() throws Refused {
    return switch (line.command()) {
      case "start" -> start();
      case "stop" -> stop();
      case "restart" -> restart();
      case "reload" -> reload();
      case "status" -> completedFuture(status());
      case "list" -> completedFuture(Result.ok(lines(upstart.statuses())));
      case "emit" -> emit();
      case "version" -> completedFuture(Result.ok(upstart.version().text() + "\n"));
      case "usage" -> completedFuture(usage());
      case "log-priority" -> completedFuture(logPriority());
      case "reload-configuration" -> {
        upstart.reloadConfiguration();
        yield done();
      }
      case "notify-disk-writeable" -> {
        upstart.notifyDiskWriteable();
        yield done();
      }
      case "notify-cgroup-manager-address" -> {
        upstart.notifyCgroupManagerAddress(line.needed(0, "address"));
        yield done();
      }
      case "get-env", "list-env", "set-env", "unset-env", "reset-env" ->
          completedFuture(environment());
      default -> throw line.misuse("invalid command: " + line.command());
    };
  }

  private static CompletionStage<Result> done() {
    return completedFuture(Result.ok(""));
  }

  private CompletionStage<Result> start() throws Refused {
    Target target = target();
    Job job = upstart.job(target.job());
    if (target.isNamed()) {
      Instance instance = job.instance(target.instance());
      instance.start(Wait.NO_WAIT);
      return said(instance);
    }
    Environment environment = line.environment(1);
    return line.patience().waits()
        ? job.startAsync(environment).thenApply(Initctl::now)
        : said(job.start(environment, Wait.NO_WAIT));
  }

  private CompletionStage<Result> stop() throws Refused {
    Target target = target();
    Job job = upstart.job(target.job());
    if (target.isNamed()) {
      Instance instance = job.instance(target.instance());
      instance.stop(Wait.NO_WAIT);
      return said(instance);
    }
    Environment environment = line.environment(1);
    Instance instance = job.instance(environment);
    if (line.patience().waits()) {
      return job.stopAsync(environment).thenApply(stopped -> now(instance));
    }
    job.stop(environment, Wait.NO_WAIT);
    return said(instance);
  }

  private CompletionStage<Result> restart() throws Refused {
    Target target = target();
    Job job = upstart.job(target.job());
    if (target.isNamed()) {
      Instance instance = job.instance(target.instance());
      instance.restart(Wait.NO_WAIT);
      return said(instance);
    }
    Environment environment = line.environment(1);
    return line.patience().waits()
        ? job.restartAsync(environment).thenApply(Initctl::now)
        : said(job.restart(environment, Wait.NO_WAIT));
  }

  private CompletionStage<Result> reload() throws Refused {
    instance(target()).reload();
    return done();
  }

  private Result status() throws Refused {
    try {
      return now(instance(target()));
    } catch (UnknownInstanceException none) {
      if (line.words().size() != 1) {
        throw none;
      }
      return Result.ok(JobStatus.notRunning(none.job()) + "\n");
    }
  }

  private CompletionStage<Result> emit() throws Refused {
    String name = line.needed(0, "event name");
    Event event = new Event(name, line.environment(1));
    if (line.patience().waits()) {
      return upstart.emitAsync(event).thenApply(emitted -> Result.ok(""));
    }
    upstart.emit(event, Wait.NO_WAIT);
    return done();
  }

  private Result usage() throws Refused {
    String usage = upstart.job(target().job()).usage().orElse("");
    return Result.ok("Usage: " + usage + "\n");
  }

  private Result logPriority() throws Refused {
    String priority = line.word(0);
    if (priority == null) {
      return Result.ok(upstart.logPriority().text() + "\n");
    }
    try {
      upstart.setLogPriority(LogPriority.parse(priority));
    } catch (IllegalArgumentException unknown) {
      throw new Refused("The log priority given was not recognised");
    }
    return Result.ok("");
  }

  private Result environment() throws Refused {
    String job = variables.get("UPSTART_JOB");
    String instance = variables.get("UPSTART_INSTANCE");
    JobEnvironment environment =
        line.has("global") || job == null || instance == null
            ? upstart.environment()
            : upstart.environment(job, instance);
    return environment(environment);
  }

  private Result environment(JobEnvironment environment) throws Refused {
    switch (line.command()) {
      case "get-env" -> {
        String name = line.needed(0, "variable name");
        String value = environment.get(name).orElseThrow(() -> new UnknownVariableException(name));
        return Result.ok(value + "\n");
      }
      case "list-env" -> {
        return Result.ok(lines(environment.list().entries().stream().sorted().toList()));
      }
      case "set-env" -> {
        line.needed(0, "variable value");
        List<String> entries = new ArrayList<>();
        line.words().forEach(word -> entries.add(word.indexOf('=') < 0 ? word + "=" : word));
        environment.set(Environment.parse(entries), !line.has("retain"));
      }
      case "unset-env" -> {
        line.needed(0, "variable name");
        environment.unset(List.copyOf(line.words()));
      }
      default -> environment.reset();
    }
    return Result.ok("");
  }

  private static String lines(List<?> all) {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(one).append('\n'));
    return text.toString();
  }

  private static CompletionStage<Result> said(Instance instance) {
    return completedFuture(now(instance));
  }

  private static Result now(Instance instance) {
    try {
      return Result.ok(instance.status() + "\n");
    } catch (UnknownInstanceException gone) {
      return Result.ok(JobStatus.notRunning(instance.job().name()) + "\n");
    }
  }

  private Instance instance(Target target) throws Refused {
    Job job = upstart.job(target.job());
    return target.isNamed() ? job.instance(target.instance()) : job.instance(line.environment(1));
  }

  /** The job that is named, or else the one whose process this is. */
  private Target target() throws Refused {
    String word = line.word(0);
    if (word != null) {
      if (word.isEmpty()) {
        throw new Refused("Name may not be empty string");
      }
      return new Target(word, null);
    }
    String job = variables.get("UPSTART_JOB");
    String instance = variables.get("UPSTART_INSTANCE");
    if (job == null || job.isEmpty() || instance == null) {
      throw line.misuse("missing job name");
    }
    return new Target(job, instance);
  }

  /**
   * A job, and the instance if that is known by its name.
   *
   * @param name the instance's name, or null if variables pick it
   */
  private record Target(String job, @Nullable String name) {

    boolean isNamed() {
      return name != null;
    }

    String instance() {
      return Objects.requireNonNull(name);
    }
  }
}
