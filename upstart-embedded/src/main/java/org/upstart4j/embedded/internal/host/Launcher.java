package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Console;

/** Makes the command that sets a process up and then becomes it. */
public final class Launcher {

  private static final int USUAL_MASK = 022;
  private static final String EXECUTE = "unable to execute";
  private static final String UNAVAILABLE = "Resource temporarily unavailable";

  /** What the JDK says of an error of the system, before and after JDK 25. */
  private static final Pattern ERROR = Pattern.compile("error[=:] ?\\d+,? \\(?([^()]+)");

  private final Launch launch;
  private final JobDefinition definition;

  private Launcher(Launch launch) {
    this.launch = launch;
    this.definition = launch.definition();
  }

  /**
   * A process that has been started.
   *
   * @param process the launcher, which begins when it can read a line, and has the process id that
   *     the program will have
   * @param log what it writes to, if that is kept
   */
  record Started(Process process, Optional<ProcessLog> log) {

    /** The process writes no more. */
    void closeLog() {
      log.ifPresent(ProcessLog::close);
    }
  }

  /**
   * Starts a launcher.
   *
   * @param launch what is to be launched
   * @param guardian told of it
   * @param logs open what it writes to
   * @return the process
   * @throws SetupException if it is certain to fail, or cannot be started
   */
  static Started start(
      Launch launch, Guardian guardian, Function<Launch, Optional<ProcessLog>> logs)
      throws SetupException {
    Launcher launcher = new Launcher(launch);
    Setup setup = Setup.of(launch);
    Optional<ProcessLog> log =
        launch.console() == Console.LOG ? logs.apply(launch) : Optional.empty();
    try {
      Started started = new Started(start(launcher.builder(setup, log), guardian), log);
      log.ifPresent(to -> to.handedOver(started.process()));
      return started;
    } catch (SetupException | RuntimeException e) {
      log.ifPresent(ProcessLog::close);
      throw e;
    }
  }

  private static Process start(ProcessBuilder launcher, Guardian guardian) throws SetupException {
    try {
      Process process = launcher.start();
      if (guardian.watch(Set.of(Math.toIntExact(process.pid())))) {
        return process;
      }
      process.destroyForcibly();
      throw new SetupException(EXECUTE, UNAVAILABLE);
    } catch (IOException e) {
      throw new SetupException(EXECUTE, error(e));
    }
  }

  private static String error(IOException e) {
    Matcher error = ERROR.matcher(String.valueOf(e.getMessage()));
    return error.find() ? error.group(1) : UNAVAILABLE;
  }

  private ProcessBuilder builder(Setup setup, Optional<ProcessLog> log) throws SetupException {
    Carried variables = Carried.of(launch.environment());
    LastStep last = LastStep.of(launch, setup, variables);
    List<String> words = new ArrayList<>();
    if (!last.resetsSignals() || Signals.anyIgnored()) {
      words.addAll(Signals.reset());
    }
    Console console = launch.console();
    if (console == Console.OUTPUT || console == Console.OWNER) {
      words.addAll(List.of(Scripts.SHELL, "-c", Scripts.CONSOLE, "sh"));
    }
    words.add(Programs.require("setsid", EXECUTE));
    words.addAll(List.of(Scripts.SHELL, "-c", Scripts.LAUNCHER, "sh"));
    words.add(LauncherWords.spelled(setup.launcherFolder(launch)));
    for (String word : setup.asUser()) {
      words.add(LauncherWords.spelled(word));
    }
    for (String word : last.command()) {
      words.add(LauncherWords.spelled(word));
    }
    ProcessBuilder builder = new ProcessBuilder(words);
    log.ifPresentOrElse(
        to -> builder.redirectError(to.output()), () -> builder.redirectErrorStream(true));
    builder.environment().clear();
    builder.environment().putAll(variables.carriers());
    builder.environment().putAll(settings(setup, log.isPresent()));
    builder.environment().put("last", last.reports() ? "reports" : "");
    return builder;
  }

  /** The launcher's own variables, which the program does not get. */
  private Map<String, String> settings(Setup setup, boolean logged) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("PATH", Programs.path());
    settings.put("LC_ALL", "C");
    settings.put("script", launch.script().isPresent() ? "yes" : "");
    settings.put("owner", launch.script().isPresent() ? setup.owner() : "");
    Console console = launch.console();
    settings.put("console", console == Console.LOG && !logged ? "none" : console.text());
    settings.put("mask", String.format("%04o", launch.isSet() ? definition.umask() : USUAL_MASK));
    settings.put("nice", "");
    settings.put("score", "");
    settings.put("limits", "");
    if (launch.isSet()) {
      definition.nice().ifPresent(nice -> settings.put("nice", Integer.toString(nice)));
      if (definition.oomScore() != 0) {
        settings.put("score", Integer.toString(definition.oomScore()));
      }
      settings.put("limits", limits());
    }
    return settings;
  }

  private String limits() {
    List<String> limits = new ArrayList<>();
    definition
        .limits()
        .forEach(
            (resource, limit) ->
                limits.add(
                    "--"
                        + resource.text()
                        + "="
                        + limit.soft().text()
                        + ":"
                        + limit.hard().text()));
    return String.join(" ", limits);
  }
}
