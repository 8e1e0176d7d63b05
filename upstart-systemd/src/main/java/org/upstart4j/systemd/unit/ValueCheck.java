package org.upstart4j.systemd.unit;

import java.util.Optional;
import java.util.Set;
import org.upstart4j.systemd.internal.unit.WordReader;
import org.upstart4j.systemd.unit.UnitLine.Assignment;

/** Looks at the values that systemd reads as words with quotes and escapes. */
final class ValueCheck {

  private static final Set<String> COMMANDS =
      Set.of(
          "ExecCondition",
          "ExecStartPre",
          "ExecStart",
          "ExecStartPost",
          "ExecReload",
          "ExecStopPre",
          "ExecStop",
          "ExecStopPost");

  private static final Set<String> WORDS =
      Set.of("Environment", "PassEnvironment", "UnsetEnvironment");

  private ValueCheck() {}

  /** Finds what is wrong first. */
  static Optional<UnitProblem> problem(Assignment line) {
    boolean isCommand = COMMANDS.contains(line.key());
    if (!isCommand && !WORDS.contains(line.key())) {
      return Optional.empty();
    }
    WordReader reader = new WordReader(line.value());
    while (!reader.isAtEnd()) {
      if (!isCommand || !reader.take("\\;")) { // which is no escape, but a word of its own
        reader.next();
      }
    }
    if (reader.isUnbalanced()) {
      return problem(
          line,
          UnitFault.UNBALANCED_QUOTE,
          "A quote is never closed; close it, or put a backslash before it if it is no quote");
    }
    if (reader.hasUnknownEscape()) {
      return problem(
          line,
          UnitFault.UNKNOWN_ESCAPE,
          isCommand
              ? "A backslash stands before something that is no escape, and stays; double it"
              : "A backslash stands before something that is no escape, and systemd ignores the"
                  + " line; double it");
    }
    return isCommand ? command(line) : Optional.empty();
  }

  private static Optional<UnitProblem> command(Assignment line) {
    try {
      ExecCommand.read(line.value());
      return Optional.empty();
    } catch (UnitSyntaxException refused) {
      return problem(line, UnitFault.REFUSED_COMMAND, String.valueOf(refused.getMessage()));
    }
  }

  private static Optional<UnitProblem> problem(Assignment line, UnitFault fault, String message) {
    return Optional.of(new UnitProblem(fault, line.valueSpan(), message));
  }
}
