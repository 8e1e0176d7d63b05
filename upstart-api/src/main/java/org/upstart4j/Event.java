package org.upstart4j;

/**
 * An event: a name, and variables that conditions match and that the jobs it starts receive.
 *
 * <pre>{@code
 * Event event = Event.of("deploy-finished").with("VERSION", "1.4");
 * }</pre>
 *
 * @param name the event's name
 * @param variables its variables, in order
 */
public record Event(String name, Environment variables) {

  /**
   * Makes an event.
   *
   * @param name the event's name
   * @param variables its variables
   * @throws IllegalArgumentException if the name is empty or holds a NUL character
   */
  public Event {
    Names.requireName(name, "An event");
  }

  /**
   * Returns an event without variables.
   *
   * @param name the event's name
   * @return the event
   * @throws IllegalArgumentException if the name is empty
   */
  public static Event of(String name) {
    return new Event(name, Environment.EMPTY);
  }

  /**
   * Returns a copy with one more variable, or with another value of it.
   *
   * @param variable the variable's name
   * @param value its value
   * @return the copy
   * @throws IllegalArgumentException if the variable's name is empty or holds a {@code =}
   */
  public Event with(String variable, Object value) {
    return new Event(name, variables.with(variable, value));
  }

  @Override
  public String toString() {
    return variables.isEmpty() ? name : name + " " + variables;
  }
}
