package org.upstart4j.embedded.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;

/** One event of a condition: says whether an event that happens is the one that is meant. */
final class Operand {

  /**
   * What one variable must be.
   *
   * @param name its name; empty if it is meant by its position
   */
  private record Argument(String name, boolean positional, boolean negated, String value) {}

  private final String event;
  private final List<Argument> arguments = new ArrayList<>();

  Operand(EventMatch match) {
    this.event = match.event();
    for (String argument : match.arguments()) {
      arguments.add(parse(argument));
    }
  }

  private static Argument parse(String argument) {
    int negation = argument.indexOf("!=");
    if (negation >= 0) {
      return new Argument(
          argument.substring(0, negation), false, true, argument.substring(negation + 2));
    }
    int equals = argument.indexOf('=');
    return equals < 0
        ? new Argument("", true, false, argument)
        : new Argument(argument.substring(0, equals), false, false, argument.substring(equals + 1));
  }

  String event() {
    return event;
  }

  /**
   * Says whether that event is meant. Variables are matched by position until one is named; after a
   * named one, positions go on behind it.
   *
   * @param expansion the variables that the condition's own values may refer to
   */
  boolean matches(LiveEvent happened, List<String> expansion) {
    if (!Objects.equals(event, happened.name())) {
      return false;
    }
    List<String> variables = happened.variables();
    int place = 0;
    for (Argument argument : arguments) {
      if (!argument.positional()) {
        place = Variables.find(variables, argument.name());
      }
      if (place < 0
          || place >= variables.size()
          || !fits(argument, variables.get(place), expansion)) {
        return false;
      }
      place++;
    }
    return true;
  }

  private static boolean fits(Argument argument, String variable, List<String> expansion) {
    try {
      String pattern = Expansion.expand(argument.value(), expansion);
      String value = variable.substring(variable.indexOf('=') + 1);
      return Glob.matches(pattern, value) != argument.negated();
    } catch (Expansion.Failure unknown) {
      return false;
    }
  }
}
