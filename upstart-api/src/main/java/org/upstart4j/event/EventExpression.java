package org.upstart4j.event;

import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on events: one event, or two conditions joined by {@code and} or {@code or}. Upstart
 * gives both operators the same rank and reads them from left to right.
 *
 * <pre>{@code
 * EventExpression when =
 *     EventMatch.of("filesystem").and(EventMatch.of("net-device-up", "IFACE=lo"));
 * when.toString(); // (filesystem and net-device-up IFACE=lo)
 * }</pre>
 *
 * <p>Expressions may be of any depth: nothing here recurses.
 */
public sealed interface EventExpression permits EventMatch, EventAnd, EventOr {

  /**
   * Reads a condition as it stands in a job file after {@code start on}: words may be quoted, line
   * breaks count as blanks, and a number sign begins a comment.
   *
   * <pre>{@code
   * EventExpression.parse("filesystem and (net-device-up IFACE=lo or static-network-up)");
   * }</pre>
   *
   * @param text an event, or several joined by {@code and} and {@code or}
   * @return the condition
   * @throws IllegalArgumentException if the text is not one condition
   */
  static EventExpression parse(String text) {
    return ConditionParser.parse(text);
  }

  /**
   * Returns the condition that holds when both this and the other hold.
   *
   * @param other the right-hand side
   * @return the joined condition
   */
  default EventExpression and(EventExpression other) {
    return new EventAnd(this, other);
  }

  /**
   * Returns the condition that holds when this or the other holds.
   *
   * @param other the right-hand side
   * @return the joined condition
   */
  default EventExpression or(EventExpression other) {
    return new EventOr(this, other);
  }

  /**
   * Returns the condition that holds when all of the given ones hold.
   *
   * @param conditions at least one, joined from left to right
   * @return the joined condition
   * @throws IllegalArgumentException if there is none
   */
  static EventExpression all(List<? extends EventExpression> conditions) {
    return Trees.join(conditions, EventExpression::and);
  }

  /**
   * Returns the condition that holds when all of the given ones hold.
   *
   * @param first the first condition
   * @param more the others, joined from left to right
   * @return the joined condition
   */
  static EventExpression all(EventExpression first, EventExpression... more) {
    return Trees.join(Trees.list(first, more), EventExpression::and);
  }

  /**
   * Returns the condition that holds when one of the given ones holds.
   *
   * @param conditions at least one, joined from left to right
   * @return the joined condition
   * @throws IllegalArgumentException if there is none
   */
  static EventExpression any(List<? extends EventExpression> conditions) {
    return Trees.join(conditions, EventExpression::or);
  }

  /**
   * Returns the condition that holds when one of the given ones holds.
   *
   * @param first the first condition
   * @param more the others, joined from left to right
   * @return the joined condition
   */
  static EventExpression any(EventExpression first, EventExpression... more) {
    return Trees.join(Trees.list(first, more), EventExpression::or);
  }

  /** {@return the events that this condition names, from left to right} */
  default Stream<EventMatch> matches() {
    return Trees.postfix(this).filter(EventMatch.class::isInstance).map(EventMatch.class::cast);
  }

  /**
   * {@return this expression and all that it consists of, operands before their operator and the
   * left one first; the order of {@link #postfix}}
   */
  default Stream<EventExpression> childrenFirst() {
    return Trees.postfix(this);
  }

  /**
   * Returns the condition as Upstart sends it over D-Bus: operands before their operator, an
   * operand as its event's name and arguments, an operator as {@code /AND} or {@code /OR}.
   *
   * @return the lists in postfix order
   */
  default List<List<String>> postfix() {
    return Trees.postfix(this).map(Trees::postfixElement).toList();
  }

  /**
   * Reads a condition as Upstart sends it over D-Bus.
   *
   * @param postfix operands and operators in postfix order
   * @return the condition
   * @throws IllegalArgumentException if an operator lacks an operand, or operands are left over
   */
  static EventExpression ofPostfix(List<? extends List<String>> postfix) {
    return Trees.ofPostfix(postfix);
  }

  /**
   * Returns the condition as {@code initctl show-config} prints it: every operator with its
   * parentheses, arguments without quotes.
   *
   * @return for example {@code (a and (b or c X=1))}
   */
  String plainText();

  /**
   * Returns the condition as Upstart's own log and state print it: like {@link #plainText()}, but
   * with quotes around a named argument's value that holds a blank.
   *
   * @return for example {@code (a and b X="1 2")}
   */
  @Override
  String toString();
}
