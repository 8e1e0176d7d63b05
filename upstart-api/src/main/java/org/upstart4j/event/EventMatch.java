package org.upstart4j.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event, and what its variables must be.
 *
 * @param event the event's name; may hold glob characters, and variables of the instance in {@code
 *     stop on}
 * @param arguments values in the order of the event's variables, then {@code NAME=VALUE} or {@code
 *     NAME!=VALUE}
 */
public record EventMatch(String event, List<String> arguments) implements EventExpression {

  /**
   * Makes a condition on one event.
   *
   * @param event the event's name
   * @param arguments what its variables must be
   */
  public EventMatch {
    arguments = List.copyOf(arguments);
  }

  /**
   * Returns a condition on one event.
   *
   * @param event the event's name
   * @param arguments values in order, then {@code NAME=VALUE}
   * @return the condition
   */
  public static EventMatch of(String event, String... arguments) {
    return new EventMatch(event, List.of(arguments));
  }

  /**
   * Returns this condition with one more argument.
   *
   * @param name the variable's name
   * @param value what it must be; may hold glob characters
   * @return the longer condition
   */
  public EventMatch with(String name, Object value) {
    List<String> longer = new ArrayList<>(arguments);
    longer.add(name + "=" + value);
    return new EventMatch(event, longer);
  }

  /** By hand, as what a record makes for itself takes a short command 20 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventMatch that
        && event.equals(that.event)
        && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * event.hashCode() + arguments.hashCode();
  }

  @Override
  public String plainText() {
    return Trees.plainText(this);
  }

  @Override
  public String toString() {
    return Trees.text(this);
  }
}
