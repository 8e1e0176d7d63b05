package org.upstart4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Variables in their order, as an event carries them or a job gets them.
 *
 * <p>The order matters: conditions may match an event's variables by position. A name may come
 * twice in what Upstart reports; the first one counts.
 *
 * <pre>{@code
 * Environment environment = Environment.of("PORT", "8080").with("HOST", "localhost");
 * }</pre>
 *
 * @param entries the variables, each {@code NAME=VALUE}
 */
public record Environment(List<String> entries) {

  /** No variables. */
  public static final Environment EMPTY = new Environment(List.of());

  /**
   * Makes an environment of its entries, as Upstart itself takes them: a name may even be empty.
   *
   * @param entries the variables, each {@code NAME=VALUE}
   * @throws IllegalArgumentException if an entry has no {@code =}, or holds a NUL character
   */
  public Environment {
    entries = List.copyOf(entries);
    for (String entry : entries) {
      if (entry.indexOf('=') < 0) {
        throw new IllegalArgumentException(
            "A variable is NAME=VALUE; there is no = in \"" + entry + "\"");
      }
      if (entry.indexOf('\0') >= 0) {
        // the name only: values may be secrets
        String name = entry.substring(0, entry.indexOf('=')).replace('\0', '?');
        throw new IllegalArgumentException(
            "A variable must not hold a NUL character; \"" + name + "\" does");
      }
    }
  }

  /**
   * Returns an environment of one variable.
   *
   * @param name the variable's name
   * @param value its value
   * @return the environment
   * @throws IllegalArgumentException if the name is empty or holds a {@code =}
   */
  public static Environment of(String name, Object value) {
    return EMPTY.with(name, value);
  }

  /**
   * Returns the environment of a map's entries, in the map's order.
   *
   * @param variables values by name
   * @return the environment
   * @throws IllegalArgumentException if a name is empty or holds a {@code =}
   */
  public static Environment of(Map<String, ?> variables) {
    List<String> entries = new ArrayList<>();
    variables.forEach((name, value) -> entries.add(entry(name, value)));
    return new Environment(entries);
  }

  /**
   * Returns the environment that some {@code NAME=VALUE} texts mean.
   *
   * @param entries the variables
   * @return the environment
   * @throws IllegalArgumentException if an entry has no {@code =}
   */
  public static Environment parse(List<String> entries) {
    return entries.isEmpty() ? EMPTY : new Environment(entries);
  }

  /**
   * Returns a copy in which a variable has that value: in its old place, or at the end. As all
   * variables are copied, thousands are better put together by {@link #of(Map)} or {@link #parse}.
   *
   * @param name the variable's name
   * @param value its value
   * @return the copy
   * @throws IllegalArgumentException if the name is empty or holds a {@code =}
   */
  public Environment with(String name, Object value) {
    List<String> changed = new ArrayList<>(entries);
    int place = indexOf(name);
    if (place < 0) {
      changed.add(entry(name, value));
    } else {
      changed.set(place, entry(name, value));
    }
    return new Environment(changed);
  }

  /**
   * Returns the value of a variable.
   *
   * @param name the variable's name
   * @return its value, or nothing if it isn't there
   */
  public Optional<String> get(String name) {
    int place = indexOf(name);
    return place < 0
        ? Optional.empty()
        : Optional.of(entries.get(place).substring(name.length() + 1));
  }

  /**
   * Says whether there are no variables.
   *
   * @return whether there are none
   */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  private int indexOf(String name) {
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      if (entry.startsWith(name) && entry.indexOf('=') == name.length()) {
        return i;
      }
    }
    return -1;
  }

  private static String entry(String name, Object value) {
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "A variable's name is not empty and holds no =, unlike \"" + name + "\"");
    }
    return name + "=" + value;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" ");
    entries.forEach(text::add);
    return text.toString();
  }
}
