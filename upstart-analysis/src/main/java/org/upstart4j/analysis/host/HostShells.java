package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.analysis.platform.ShellSyntax;

/**
 * The shells of this system, which read scripts with {@code sh -n}. No part of a script is run: not
 * a command, a substitution or a start-up file. A shell gets the script on its standard input and
 * an empty environment; it is killed after ten seconds, or when it has said too much. Safe for use
 * by several threads.
 *
 * <pre>{@code
 * Check check = Check.of(Platform.UBUNTU_14_04).withShells(HostShells.find());
 * }</pre>
 */
public final class HostShells implements ShellSyntax {

  /** The first complaint: {@code dash: 7: Syntax error: "fi" unexpected}, or with "line 7". */
  private static final Pattern COMPLAINT =
      Pattern.compile("(?m)^[^:\\n]*: (?:line )?(\\d{1,9}): (.+)$");

  private static final Pattern WORDY = Pattern.compile("(?i)^syntax error:? ");

  private static final Map<Shell, List<String>> CANDIDATES =
      Map.of(
          Shell.DASH, List.of("/bin/dash", "/usr/bin/dash", "/bin/sh"),
          Shell.BASH, List.of("/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash", "/bin/sh"));

  private final Map<Shell, Path> programs;
  private final Map<Shell, Map<String, Optional<Refusal>>> known = new EnumMap<>(Shell.class);

  private HostShells(Map<Shell, Path> programs) {
    this.programs = new EnumMap<>(Shell.class);
    this.programs.putAll(programs);
    for (Shell shell : Shell.values()) {
      known.put(shell, new ConcurrentHashMap<>());
    }
  }

  /**
   * Looks for the shells of this system at their usual places.
   *
   * @return those that there are
   */
  public static HostShells find() {
    Map<Shell, Path> found = new EnumMap<>(Shell.class);
    CANDIDATES.forEach(
        (shell, paths) ->
            paths.stream()
                .map(Path::of)
                .filter(path -> is(shell, path))
                .findFirst()
                .ifPresent(path -> found.put(shell, path)));
    return new HostShells(found);
  }

  /**
   * Takes a program for a shell.
   *
   * @param shell what kind of shell it is
   * @param program the program
   * @return that shell only
   */
  public static HostShells of(Shell shell, Path program) {
    return new HostShells(Map.of(shell, program));
  }

  /** Programs with other names may be called sh; the one behind the name counts. */
  private static boolean is(Shell shell, Path path) {
    try {
      return Files.isExecutable(path)
          && path.toRealPath().getFileName().toString().equals(shell.text());
    } catch (IOException missing) {
      return false;
    }
  }

  @Override
  public Optional<String> program(Shell shell) {
    return Optional.ofNullable(programs.get(shell)).map(Path::toString);
  }

  @Override
  public Optional<Refusal> refusal(Shell shell, String script) {
    Path program = programs.get(shell);
    if (program == null) {
      return Optional.empty();
    }
    Map<String, Optional<Refusal>> answers = Objects.requireNonNull(known.get(shell));
    Optional<Refusal> answer = answers.get(script);
    if (answer == null) {
      answer = ask(shell, program, script);
      answers.put(script, answer);
    }
    return answer;
  }

  private static Optional<Refusal> ask(Shell shell, Path program, String script) {
    try {
      return ShellRun.complaint(command(shell, program), script).flatMap(HostShells::refusal);
    } catch (IOException notStarted) {
      return Optional.empty();
    }
  }

  private static List<String> command(Shell shell, Path program) {
    return shell == Shell.BASH
        // what bash does when it is called sh, as it is where it is a platform's sh
        ? List.of(program.toString(), "--posix", "-n")
        : List.of(program.toString(), "-n");
  }

  private static Optional<Refusal> refusal(String output) {
    Matcher matcher = COMPLAINT.matcher(output);
    return matcher.find()
        ? Optional.of(
            new Refusal(
                Math.max(1, Integer.parseInt(matcher.group(1))),
                WORDY.matcher(matcher.group(2)).replaceFirst("").strip()))
        : Optional.empty();
  }
}
