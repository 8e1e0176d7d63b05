package org.upstart4j.embedded.scenario;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;

/** Does over the ports what initctl does over D-Bus, and prints what it prints. */
final class Initctl {

  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final String EMPTY_NAME = "Name may not be empty string";
  private static final String EMPTY_VARIABLE = "Variable may not be empty string";
  private static final String NO_PAIRS = "Env must be KEY=VALUE pairs";
  private static final String NO_PRIORITY = "The log priority given was not recognised";
  private static final String GONE =
      "Method \"Get\" with signature \"ss\" on interface"
          + " \"org.freedesktop.DBus.Properties\" doesn't exist\n";

  private static final Map<String, String> NEEDED =
      Map.ofEntries(
          Map.entry("start", "job name"),
          Map.entry("stop", "job name"),
          Map.entry("restart", "job name"),
          Map.entry("reload", "job name"),
          Map.entry("status", "job name"),
          Map.entry("usage", "job name"),
          Map.entry("emit", "event name"),
          Map.entry("get-env", "variable name"),
          Map.entry("set-env", "variable value"),
          Map.entry("unset-env", "variable name"),
          Map.entry("notify-dbus-address", "D-Bus address"),
          Map.entry("notify-cgroup-manager-address", "address"));

  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of(
          "list",
          "list-env",
          "reset-env",
          "version",
          "log-priority",
          "show-config",
          "check-config",
          "reload-configuration",
          "notify-disk-writeable");

  private final Upstart upstart;
  private final boolean userSession;

  Initctl(Upstart upstart, boolean userSession) {
    this.upstart = upstart;
    this.userSession = userSession;
  }

  /** Says whether this can do what a command line asks for. */
  static boolean knows(List<String> commandLine) {
    String command = CommandLine.parse(commandLine).command();
    return NEEDED.containsKey(command) || WITHOUT_ARGUMENTS.contains(command);
  }

  /**
   * Runs a command.
   *
   * @param commandLine the command and its arguments
   * @param timeout how long it may take
   * @return what the program would answer
   */
  Result run(List<String> commandLine, Duration timeout) {
    CommandLine line = CommandLine.parse(commandLine);
    try {
      return run(line, line.has("no-wait") ? Wait.NO_WAIT : Wait.atMost(timeout));
    } catch (UpstartTimeoutException late) {
      return Result.STILL_WAITING;
    } catch (UpstartException failure) {
      return refused(failure.error().map(UpstartError::text).orElse(failure.toString()));
    } catch (Refusal refusal) {
      return refused(refusal.getMessage());
    }
  }

  private static Result refused(String text) {
    return Result.exit(1, "", "initctl: " + text + "\n");
  }

  private Result run(CommandLine line, Wait wait) {
    if (line.words().isEmpty() && NEEDED.containsKey(line.command())) {
      throw Refusal.missing(NEEDED.get(line.command()));
    }
    String output = output(line, wait);
    boolean complains = line.command().equals("check-config") && !output.isEmpty();
    return Result.exit(complains ? 1 : 0, output, "");
  }

  private String output(CommandLine line, Wait wait) {
    List<String> words = line.words();
    return switch (line.command()) {
      case "start" -> start(words, wait);
      case "stop" -> stop(words, wait);
      case "restart" -> restart(words, wait);
      case "status" -> status(words);
      case "list" -> lines(upstart.statuses());
      case "version" -> upstart.version() + "\n";
      case "usage" -> "Usage: " + job(words.get(0)).usage().orElse("") + "\n";
      case "log-priority" -> logPriority(words);
      case "get-env" -> getEnv(words.get(0));
      case "show-config" -> showConfig(line);
      case "check-config" -> checkConfig(line);
      case "list-env" -> lines(environment().list().entries().stream().sorted().toList());
      default -> {
        change(line, wait);
        yield "";
      }
    };
  }

  private void change(CommandLine line, Wait wait) {
    List<String> words = line.words();
    switch (line.command()) {
      case "emit" -> emit(words, wait);
      case "reload" -> reload(words);
      case "set-env" -> environment().set(variables(words), !line.has("retain"));
      case "unset-env" -> environment().unset(words);
      case "reset-env" -> environment().reset();
      case "reload-configuration" -> upstart.reloadConfiguration();
      case "notify-disk-writeable" -> upstart.notifyDiskWriteable();
      case "notify-dbus-address" -> upstart.notifyDbusAddress(words.get(0));
      case "notify-cgroup-manager-address" -> upstart.notifyCgroupManagerAddress(words.get(0));
      default -> throw new IllegalArgumentException("Not a known command: " + line);
    }
  }

  private String start(List<String> words, Wait wait) {
    Job job = job(words.get(0));
    return statusNow(job.start(environment(words), wait));
  }

  private String stop(List<String> words, Wait wait) {
    Job job = job(words.get(0));
    Environment environment = environment(words);
    Instance instance = job.instance(environment);
    job.stop(environment, wait);
    return wait.waits() ? statusNow(instance) : statusSoon(instance);
  }

  private String restart(List<String> words, Wait wait) {
    Job job = job(words.get(0));
    Instance instance = job.restart(environment(words), wait);
    return wait.waits() ? statusNow(instance) : statusSoon(instance);
  }

  private void reload(List<String> words) {
    Job job = job(words.get(0));
    job.reload(environment(words));
  }

  private String status(List<String> words) {
    Job job = job(words.get(0));
    try {
      return job.instance(environment(words)).status() + "\n";
    } catch (UnknownInstanceException notThere) {
      if (words.size() > 1) {
        throw notThere;
      }
      return JobStatus.notRunning(job.name()) + "\n";
    }
  }

  /** Looks the instance up by its names, as initctl does: by now it may have gone or come again. */
  private String statusNow(Instance instance) {
    String job = instance.job().name();
    try {
      return upstart.job(job).instance(instance.name()).status() + "\n";
    } catch (UnknownInstanceException gone) {
      return JobStatus.notRunning(job) + "\n";
    } catch (UnknownJobException gone) {
      throw new Refusal(GONE);
    }
  }

  /**
   * Gives a process that was told to end a moment to do so, which initctl takes anyhow to ask how
   * its job stands.
   */
  private String statusSoon(Instance instance) {
    try {
      long begun = System.nanoTime();
      while (instance.state().equals(State.KILLED)
          && System.nanoTime() - begun < MOMENT.toNanos()) {
        Thread.sleep(1);
      }
    } catch (UnknownInstanceException | UnknownJobException gone) {
      return statusNow(instance);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return statusNow(instance);
  }

  private void emit(List<String> words, Wait wait) {
    Refusal.unless(() -> Event.of(words.get(0)), EMPTY_NAME);
    upstart.emit(new Event(words.get(0), environment(words)), wait);
  }

  private String logPriority(List<String> words) {
    if (words.isEmpty()) {
      return upstart.logPriority().text() + "\n";
    }
    upstart.setLogPriority(Refusal.unless(() -> LogPriority.parse(words.get(0)), NO_PRIORITY));
    return "";
  }

  private String getEnv(String name) {
    return Refusal.unless(() -> environment().get(name), EMPTY_VARIABLE)
        .map(value -> value + "\n")
        .orElseThrow(() -> new Refusal("No such variable: " + name));
  }

  private static Environment variables(List<String> words) {
    return new Environment(
        words.stream().map(word -> word.contains("=") ? word : word + "=").toList());
  }

  private JobEnvironment environment() {
    return upstart.environment();
  }

  private Job job(String name) {
    return Refusal.unless(() -> upstart.job(name), EMPTY_NAME);
  }

  private static Environment environment(List<String> words) {
    return Refusal.unless(() -> new Environment(words.subList(1, words.size())), NO_PAIRS);
  }

  private String showConfig(CommandLine line) {
    List<Job> jobs = line.words().isEmpty() ? upstart.jobs() : List.of(job(line.words().get(0)));
    return new ShowConfig(line.has("enumerate")).print(jobs);
  }

  private String checkConfig(CommandLine line) {
    CheckConfig check =
        new CheckConfig(upstart.jobs(), line.ignoredEvents(), line.has("warn"), userSession);
    return check.print(line.words());
  }

  private static String lines(List<?> items) {
    return items.stream().map(item -> item + "\n").collect(joining());
  }
}
