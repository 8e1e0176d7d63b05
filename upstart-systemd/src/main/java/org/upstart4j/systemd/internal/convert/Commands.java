package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.systemd.finding.ConversionCode;

/** How systemd runs the commands and scripts of a job, so that Upstart's words arrive. */
final class Commands {

  /** Upstart's own, which a job's command is searched in. */
  static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin";

  private static final String ENV = "/usr/bin/env";

  private final JobUnit job;

  Commands(JobUnit job) {
    this.job = job;
  }

  /**
   * A command, and what is to be said of it.
   *
   * @param line the command
   * @param outcome how faithful it is
   */
  record Run(Command line, Outcome outcome) {}

  /** What runs a process of the job, which must have it. */
  Run run(ProcessType process, String prologue) {
    JobDefinition.Command command =
        Objects.requireNonNull(job.definition().processes().get(process));
    String text = Objects.requireNonNullElse(command.text(), "");
    if (!command.script() && !ExecStanza.isReadByShell(text)) {
      return direct(words(text));
    }
    String script = command.script() ? text : "exec " + text;
    return inEnvironment(shell(process, script, prologue));
  }

  private Run shell(ProcessType process, String script, String prologue) {
    String line = script.stripTrailing();
    int end = script.indexOf('\n');
    boolean isOneLine = end < 0 || script.substring(end).chars().allMatch(c -> c == '\n');
    if (isOneLine && prologue.isEmpty()) {
      String only = end < 0 ? script : script.substring(0, end);
      return new Run(
          Command.of(Command.SHELL, "-e", "-c", only),
          Outcome.exact(ConversionCode.SHELL_LINE, "the same shell reads the same line"));
    }
    String file = Units.base(job.name()) + "." + process.text();
    String path = job.helper(file, prologue + (isOneLine ? line + "\n" : script));
    return new Run(
        Command.of(Command.SHELL, "-e", path),
        Outcome.exact(
            ConversionCode.SCRIPT_FILE,
            "the same shell reads the same script; only $0 is the helper's path"));
  }

  private Run direct(List<String> words) {
    Command line = Command.of(words);
    String program = words.get(0);
    if (line.isRunnable() && program.startsWith("/")) {
      return inEnvironment(
          new Run(
              line,
              Outcome.exact(
                  ConversionCode.COMMAND, "systemd runs the program with the same words")));
    }
    List<String> hard = new Variables(job).hard();
    if (line.isRunnable() && hard.isEmpty() && job.options().has(250) && !setsPath()) {
      return new Run(line, searched());
    }
    return new Run(
        behindEnv(hard, line),
        Outcome.approximate(
            ConversionCode.PROGRAM_SEARCH,
            "env searches the program as Upstart does, but if it is missing, the start fails only"
                + " after env has started"));
  }

  private Outcome searched() {
    if (!job.draft().has(Draft.SERVICE, "ExecSearchPath")) {
      job.draft().add(Draft.SERVICE, "ExecSearchPath", PATH);
    }
    return Outcome.exact(
            ConversionCode.PROGRAM_SEARCH, "systemd searches the program in the same folders")
        .since(250);
  }

  private boolean setsPath() {
    return job.definition().env().stream().anyMatch(variable -> variable.matches("PATH(=.*)?"));
  }

  /** Variables that no setting can hold are given by a program. */
  private Run inEnvironment(Run run) {
    List<String> hard = new Variables(job).hard();
    return hard.isEmpty() ? run : new Run(behindEnv(hard, run.line()), run.outcome());
  }

  private static Command behindEnv(List<String> variables, Command line) {
    List<String> words = new ArrayList<>(variables);
    words.addAll(line.words());
    return Command.of(words)
        .behind(words.get(0).startsWith("-") ? new String[] {ENV, "--"} : new String[] {ENV});
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, " \t\r\n");
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
