package org.upstart4j.analysis.internal.model;

import java.util.List;
import java.util.Optional;
import org.upstart4j.event.Glob;
import org.upstart4j.jobfile.SourceSpan;

/**
 * What a condition wants of one variable of an event.
 *
 * @param name the variable's name; nothing of it if it is meant by its position
 * @param position the place among the tests, from 0
 * @param negated whether it must not match
 * @param value what it must match, as {@link Glob} does
 * @param span where it stands
 */
public record ValueTest(
    Optional<String> name, int position, boolean negated, String value, SourceSpan span) {

  private static final String SPECIAL = "*?[\\";

  static ValueTest of(String argument, int position, SourceSpan span) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      return new ValueTest(Optional.empty(), position, false, argument, span);
    }
    boolean negated = equals > 0 && argument.charAt(equals - 1) == '!';
    String name = argument.substring(0, negated ? equals - 1 : equals);
    String value = argument.substring(equals + 1);
    return new ValueTest(Optional.of(name), position, negated, value, span);
  }

  public boolean isPositional() {
    return name.isEmpty();
  }

  /** Whether the value holds a reference to a variable. */
  public boolean isVariable() {
    return value.indexOf('$') >= 0;
  }

  /** Whether the value stands for itself: no pattern, no variable. */
  public boolean isLiteral() {
    return !isVariable() && value.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** Whether a variable of this value passes; the test's own value must hold no variable. */
  public boolean passes(String actual) {
    return Glob.matches(value, actual) != negated;
  }

  /** The name of the variable; empty if it is meant by a position that is not among those. */
  public String variable(List<String> inOrder) {
    return name.orElseGet(() -> position < inOrder.size() ? inOrder.get(position) : "");
  }

  /** The test as it is written, without quotes. */
  public String text() {
    return name.map(known -> known + (negated ? "!=" : "=")).orElse("") + value;
  }
}
