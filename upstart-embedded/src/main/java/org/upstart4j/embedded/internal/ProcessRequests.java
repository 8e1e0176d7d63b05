package org.upstart4j.embedded.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.stanza.Console;

/** Says what is run for a process of a job, by Upstart's rules. */
final class ProcessRequests {

  private static final String SHELL = "/bin/sh";
  private static final String SHELL_CHARACTERS = "~`!$^&*()=|\\{}[];\"'<>?";
  private static final String SCRIPT_FILE = "/proc/self/fd/9";

  /** The shell has opened the file by its name, and hands down no number of it. */
  private static final String SCRIPT_BEGIN = "exec 9<&-\n";

  private final Engine engine;

  ProcessRequests(Engine engine) {
    this.engine = engine;
  }

  SpawnRequest request(LiveInstance instance, ProcessType type) {
    LiveJob job = instance.job();
    Command command = Objects.requireNonNull(job.command(type));
    String text = Objects.requireNonNullElse(command.text(), "");
    List<String> words;
    @Nullable String script = null;
    if (command.script() || hasShellCharacter(text)) {
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
        instance.name(),
        type,
        words,
        Optional.ofNullable(script),
        variables(instance, type).toEnvironment(),
        log(instance),
        !engine.options().userSession());
  }

  private static boolean hasShellCharacter(String text) {
    return text.chars().anyMatch(c -> SHELL_CHARACTERS.indexOf(c) >= 0);
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

  private Variables variables(LiveInstance instance, ProcessType type) {
    Variables variables = new Variables(instance.variables());
    Variables stop = instance.stopVariables();
    if (stop != null && (type == ProcessType.PRE_STOP || type == ProcessType.POST_STOP)) {
      variables.addAll(stop.entries());
    }
    variables.set("UPSTART_JOB", instance.job().name());
    variables.set("UPSTART_INSTANCE", instance.name());
    engine.options().sessionAddress().ifPresent(at -> variables.set("UPSTART_SESSION", at));
    return variables;
  }

  /** Returns where the output of an instance goes, if it goes to a file. */
  Optional<Path> log(LiveInstance instance) {
    if (instance.job().definition().console().orElse(Console.LOG) != Console.LOG) {
      return Optional.empty();
    }
    String job = instance.job().name().replace('/', '_');
    String file = instance.name().isEmpty() ? job : job + "-" + instance.name().replace('/', '_');
    return engine.options().logFolder().map(folder -> resolve(folder, file + ".log"));
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
