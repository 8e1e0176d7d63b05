package org.upstart4j.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstart4j.event.EventExpression;

/**
 * A condition, and what of it has come true.
 *
 * @param text the condition as Upstart's own log prints it
 * @param condition the condition; nothing if the version tells only the text
 * @param operands its operands, from left to right; none if the version tells only the text
 */
public record ConditionState(
    String text, Optional<EventExpression> condition, List<Operand> operands) {

  /**
   * Makes a condition.
   *
   * @param text the condition as a text
   * @param condition the condition
   * @param operands its operands
   * @throws IllegalArgumentException if the condition has another number of operands
   */
  public ConditionState {
    operands = List.copyOf(operands);
    long wanted = condition.map(known -> known.matches().count()).orElse(0L);
    if (operands.size() != wanted) {
      throw new IllegalArgumentException(
          "Operands of \"" + text + "\": " + operands.size() + " instead of " + wanted);
    }
  }

  /**
   * Makes a condition.
   *
   * @param condition the condition
   * @param operands its operands, from left to right
   * @return what of it has come true
   * @throws IllegalArgumentException if the condition has another number of operands
   */
  public static ConditionState of(EventExpression condition, List<Operand> operands) {
    return new ConditionState(condition.toString(), Optional.of(condition), operands);
  }

  /**
   * One event that a condition names.
   *
   * @param holds whether it has come true
   * @param event the place among the events of the one that made it true
   */
  public record Operand(boolean holds, OptionalInt event) {}
}
