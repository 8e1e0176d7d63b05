package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * Returns how a process is launched.
   *
   * @param launch the process
   * @return what starts the launcher; it has the process id that the process will have
   * @throws SetupException if it is certain to fail
   */
  public static ProcessBuilder of(Launch launch) throws SetupException {
    return new Launcher(launch).builder();
  }

  /**
   * Starts a launcher, which begins when it can read a line.
   *
   * @param launcher the launcher
   * @param guardian told of it
   * @return the process
   * @throws SetupException if it cannot be started
   */
  public static Process start(ProcessBuilder launcher, Guardian guardian) throws SetupException {
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

  private ProcessBuilder builder() throws SetupException {
    Setup setup = Setup.of(launch);
    Optional<Path> log =
        console() == Console.LOG ? launch.log().flatMap(LogFile::open) : Optional.empty();
    List<String> words = new ArrayList<>();
    if (console() == Console.OUTPUT || console() == Console.OWNER) {
      words.addAll(List.of(Scripts.SHELL, "-c", Scripts.CONSOLE, "sh"));
    }
    words.add(Programs.require("setsid", EXECUTE));
    words.addAll(List.of(Scripts.SHELL, "-c", Scripts.LAUNCHER, "sh"));
    words.add(log.map(Path::toString).map(Words::encode).orElse(""));
    words.add(Words.encode(setup.launcherFolder(launch)));
    for (String word : command(setup)) {
      words.add(Words.encode(word));
    }
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(settings(setup, log.isPresent()));
    return builder;
  }

  /** The launcher's own variables, which the program does not get. */
  private Map<String, String> settings(Setup setup, boolean logged) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("PATH", Programs.path());
    settings.put("LC_ALL", "C");
    settings.put("script", launch.script().isPresent() ? "yes" : "");
    settings.put("owner", launch.script().isPresent() ? setup.owner() : "");
    settings.put("console", console() == Console.LOG && !logged ? "none" : console().text());
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

  private Console console() {
    return definition.console().orElse(Console.LOG);
  }

  private List<String> command(Setup setup) throws SetupException {
    List<String> command = new ArrayList<>(setup.asUser());
    command.add(Programs.require("env", EXECUTE));
    command.add("-i");
    command.addAll(Signals.reset());
    command.add("--");
    Map<String, String> variables = new LinkedHashMap<>();
    for (String variable : launch.environment().entries()) {
      variables.putIfAbsent(variable.substring(0, variable.indexOf('=')), variable);
    }
    command.addAll(variables.values());
    List<String> between = new ArrayList<>(AppArmor.switching(launch, setup.root()));
    between.addAll(setup.inRoot());
    command.addAll(between);
    if (between.isEmpty() && launch.command().get(0).indexOf('=') >= 0) {
      // env would take the program for a variable.
      command.addAll(List.of(Programs.require("nice", EXECUTE), "-n", "0"));
    }
    command.addAll(launch.command());
    return command;
  }
}
