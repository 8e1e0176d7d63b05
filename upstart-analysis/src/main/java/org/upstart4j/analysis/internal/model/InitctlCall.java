package org.upstart4j.analysis.internal.model;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.analysis.internal.shell.UpstartCall;

/**
 * A command to Upstart in a script.
 *
 * @param command {@code emit}, {@code start}, {@code restart}, {@code set-env} and others
 * @param name the event or job, as a pattern: a star stands for what the shell puts in
 * @param arguments what follows, as patterns
 */
public record InitctlCall(String command, String name, List<String> arguments) {

  public InitctlCall {
    arguments = List.copyOf(arguments);
  }

  static InitctlCall of(UpstartCall call) {
    return new InitctlCall(
        call.verb(),
        call.name().pattern(),
        call.arguments().stream().map(ShellWord::pattern).toList());
  }

  /** The names of the variables that are given; nothing if only the shell knows them. */
  public Optional<List<String>> variables() {
    return arguments.stream().allMatch(argument -> name(argument).indexOf('*') < 0)
        ? Optional.of(arguments.stream().map(InitctlCall::name).toList())
        : Optional.empty();
  }

  private static String name(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }
}
