package org.upstart4j.embedded.internal.job;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ExecStanza;

/**
 * Says what is run for a process of a job, by Upstart's rules.
 *
 * @param userSession whether the engine is the Upstart of a session, not process 1
 * @param sessionAddress the address at which processes reach the engine, if there is one
 * @param logFolder where the output of processes goes
 */
public record ProcessRequests(
    boolean userSession, Optional<String> sessionAddress, Optional<Path> logFolder) {

  private static final String SHELL = "/bin/sh";
  private static final String SCRIPT_FILE = "/proc/self/fd/9";

  /** The shell has opened the file by its name, and hands down no number of it. */
  private static final String SCRIPT_BEGIN = "exec 9<&-\n";

  /**
   * Returns what is run for a process.
   *
   * @param variables those that the process gets, which this adds Upstart's own to
   */
  public SpawnRequest request(JobPlan job, String instance, ProcessType type, Variables variables) {
    Command command = Objects.requireNonNull(job.command(type));
    String text = Objects.requireNonNullElse(command.text(), "");
    List<String> words;
    @Nullable String script = null;
    if (command.script() || ExecStanza.isReadByShell(text)) {
      String whole = command.script() ? text : "exec " + text;
      words = new ArrayList<>(List.of(SHELL, "-e"));
      int end = oneLine(whole);
      if (end >= 0) {
        words.addAll(List.of("-c", whole.substring(0, end), SHELL));
      } else {
        words.add(SCRIPT_FILE);
        script = SCRIPT_BEGIN + whole;
      }
    } else {
      words = split(text);
    }
    return new SpawnRequest(
        job.definition(),
        instance,
        type,
        words,
        Optional.ofNullable(script),
        withOwn(variables, job, instance).toEnvironment(),
        log(job, instance),
        !userSession);
  }

  /** Returns where the only line of a script ends, or -1 if it has more than one. */
  private static int oneLine(String script) {
    int end = script.indexOf('\n');
    if (end < 0) {
      return script.length();
    }
    for (int i = end; i < script.length(); i++) {
      if (script.charAt(i) != '\n') {
        return -1;
      }
    }
    return end;
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, " \t\r\n");
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  private Variables withOwn(Variables variables, JobPlan job, String instance) {
    variables.set("UPSTART_JOB", job.name());
    variables.set("UPSTART_INSTANCE", instance);
    sessionAddress.ifPresent(address -> variables.set("UPSTART_SESSION", address));
    return variables;
  }

  /** Returns where the output of an instance goes, if it goes to a file. */
  public Optional<Path> log(JobPlan job, String instance) {
    if (job.definition().console().orElse(Console.LOG) != Console.LOG) {
      return Optional.empty();
    }
    String name = job.name().replace('/', '_');
    String file = instance.isEmpty() ? name : name + "-" + instance.replace('/', '_');
    return logFolder.map(folder -> resolve(folder, file + ".log"));
  }

  /**
   * A name with bytes that no file name of this JVM's locale can have gets others in their place.
   */
  private static Path resolve(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException unsayable) {
      return folder.resolve(name.replaceAll("[^ -~]", "_"));
    }
  }
}
