package org.upstart4j.jobfile.internal.match;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/** One event of a condition: says whether an event that happens is the one that is meant. */
public final class Operand {

  /**
   * What one variable must be.
   *
   * @param name its name; empty if it is meant by its position
   * @param literal whether the value stands for itself: no pattern, no variable
   */
  private record Argument(
      String name, boolean positional, boolean negated, String value, boolean literal) {

    Argument(String name, boolean positional, boolean negated, String value) {
      this(name, positional, negated, value, isLiteral(value));
    }

    private static boolean isLiteral(String value) {
      return value.chars().noneMatch(c -> "$*?[\\".indexOf(c) >= 0);
    }
  }

  private final String event;
  private final List<Argument> arguments = new ArrayList<>();
  private final boolean missingIsNotEqual;

  /** Reads a match as a version does. */
  public Operand(EventMatch match, UpstartVersion version) {
    this.event = match.event();
    this.missingIsNotEqual = version.has(Feature.MISSING_IS_NOT_EQUAL);
    boolean negates = version.has(Feature.NOT_EQUAL);
    for (String argument : match.arguments()) {
      arguments.add(parse(argument, negates));
    }
  }

  /** A version that does not negate takes the exclamation mark for a part of the name. */
  private static Argument parse(String argument, boolean negates) {
    int negation = negates ? argument.indexOf("!=") : -1;
    if (negation >= 0) {
      return new Argument(
          argument.substring(0, negation), false, true, argument.substring(negation + 2));
    }
    int equals = argument.indexOf('=');
    return equals < 0
        ? new Argument("", true, false, argument)
        : new Argument(argument.substring(0, equals), false, false, argument.substring(equals + 1));
  }

  public String event() {
    return event;
  }

  /**
   * Says whether that event is meant. Variables are matched by position until one is named;
   * positions go on after the named one.
   *
   * @param expansion the variables that the condition's own values may refer to
   */
  public boolean matches(Happened happened, List<String> expansion) {
    return event.equals(happened.name()) && fits(happened, expansion);
  }

  /** Says whether the variables of an event of the right name are those that are meant. */
  public boolean fits(Happened happened, List<String> expansion) {
    List<String> variables = happened.variables();
    int place = 0;
    for (Argument argument : arguments) {
      if (!argument.positional()) {
        place = happened.find(argument.name());
      }
      if (place < 0 && argument.negated() && missingIsNotEqual) {
        continue;
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
    int start = variable.indexOf('=') + 1;
    String value = argument.value();
    if (argument.literal()) {
      boolean equal = variable.length() - start == value.length() && variable.endsWith(value);
      return equal != argument.negated();
    }
    try {
      String pattern = Expansion.expand(value, expansion);
      return Glob.matches(pattern, variable.substring(start)) != argument.negated();
    } catch (Expansion.Failure unknown) {
      return false;
    }
  }
}
