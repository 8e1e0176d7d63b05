package org.upstart4j.jobfile.internal.match;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of variables in place of {@code $NAME}, {@code ${NAME}} and their relatives
 * {@code ${NAME:-default}}, {@code ${NAME-default}}, {@code ${NAME:+other}}, {@code ${NAME+other}}
 * and {@code ${}}, which is a dollar sign. References nest.
 */
public final class Expansion {

  /** A reference that cannot be replaced. Thrown often, so it has no stack trace. */
  public static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message, null, false, false);
    }

    /**
     * Returns what cannot be replaced.
     *
     * @return the message
     */
    public String text() {
      return String.valueOf(getMessage());
    }
  }

  private static final char END = '\0';
  private static final int DEEPEST = 1000;

  private final String text;
  private final Function<String, @Nullable String> values;
  private final StringBuilder expanded = new StringBuilder();
  private int pos;
  private int depth;

  private Expansion(String text, Function<String, @Nullable String> values) {
    this.text = text;
    this.values = values;
  }

  /**
   * Replaces the references in a text.
   *
   * @param text the text
   * @param entries the variables, each {@code NAME=VALUE}
   * @return the text with values in it
   * @throws Failure if a reference cannot be replaced
   */
  public static String expand(String text, List<String> entries) throws Failure {
    return expand(text, name -> Entries.value(entries, name));
  }

  /**
   * Replaces the references in a text.
   *
   * @param text the text
   * @param values returns the value of a variable, or null
   * @return the text with values in it
   * @throws Failure if a reference cannot be replaced
   */
  public static String expand(String text, Function<String, @Nullable String> values)
      throws Failure {
    if (text.indexOf('$') < 0) {
      return text;
    }
    Expansion expansion = new Expansion(text, values);
    expansion.until("");
    return expansion.expanded.toString();
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : END;
  }

  private boolean atEnd(String stops) {
    return pos >= text.length() || stops.indexOf(text.charAt(pos)) >= 0;
  }

  private void until(String stops) throws Failure {
    while (!atEnd(stops)) {
      if (at(pos) != '$') {
        expanded.append(text.charAt(pos++));
      } else if (isNameStart(at(pos + 1))) {
        simple();
      } else if (at(pos + 1) == '{' && at(pos + 2) == '}') {
        pos += 3;
        expanded.append('$');
      } else if (at(pos + 1) == '{') {
        bracketed();
      } else {
        expanded.append(text.charAt(pos++));
      }
    }
  }

  private void simple() throws Failure {
    int start = ++pos;
    while (isNameStart(at(pos)) || (at(pos) >= '0' && at(pos) <= '9')) {
      pos++;
    }
    String name = text.substring(start, pos);
    expanded.append(required(name, values.apply(name)));
  }

  private void bracketed() throws Failure {
    if (depth == DEEPEST) {
      throw new Failure("References nest too deeply");
    }
    depth++;
    pos += 2;
    String name = part("}:-+");
    boolean colon = at(pos) == ':' && (at(pos + 1) == '-' || at(pos + 1) == '+');
    char operator = at(colon ? pos + 1 : pos);
    if (operator == '-' || operator == '+') {
      pos += colon ? 2 : 1;
    } else if (operator != '}' && pos < text.length()) {
      throw new Failure("Expected operator");
    }
    String argument = part("}");
    if (at(pos) != '}') {
      throw new Failure("Mismatched braces");
    }
    pos++;
    depth--;
    expanded.append(chosen(name, operator, colon, argument));
  }

  private String chosen(String name, char operator, boolean colon, String argument) throws Failure {
    @Nullable String value = values.apply(name);
    boolean unset = value == null || (colon && value.isEmpty());
    return switch (operator) {
      case '-' -> unset ? argument : String.valueOf(value);
      case '+' -> unset ? "" : argument;
      default -> required(name, value);
    };
  }

  /** Takes out what is expanded up to a stop. */
  private String part(String stops) throws Failure {
    int start = expanded.length();
    until(stops);
    String part = expanded.substring(start);
    expanded.setLength(start);
    return part;
  }

  private static String required(String name, @Nullable String value) throws Failure {
    if (value == null) {
      throw new Failure("Unknown parameter: " + name);
    }
    return value;
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
