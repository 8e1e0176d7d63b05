package org.upstart4j.embedded.internal;

import java.util.List;
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

  private final StringBuilder text;
  private final List<String> entries;
  private int pos;

  private Expansion(String text, List<String> entries) {
    this.text = new StringBuilder(text);
    this.entries = entries;
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
    if (text.indexOf('$') < 0) {
      return text;
    }
    Expansion expansion = new Expansion(text, entries);
    expansion.until("");
    return expansion.text.toString();
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : END;
  }

  private boolean atEnd(String stops) {
    return pos >= text.length() || stops.indexOf(text.charAt(pos)) >= 0;
  }

  private void until(String stops) throws Failure {
    while (true) {
      while (at(pos) != '$' && !atEnd(stops)) {
        pos++;
      }
      if (at(pos) != '$') {
        return;
      }
      int start = pos++;
      if (isNameStart(at(pos))) {
        simple(start);
      } else if (at(pos) == '{' && at(pos + 1) == '}') {
        replace(start, pos + 2, "$");
      } else if (at(pos) == '{') {
        bracketed(start);
      }
    }
  }

  private void simple(int start) throws Failure {
    int nameStart = pos++;
    while (isNameStart(at(pos)) || (at(pos) >= '0' && at(pos) <= '9')) {
      pos++;
    }
    String name = text.substring(nameStart, pos);
    replace(start, pos, required(name, Variables.value(entries, name)));
  }

  private void bracketed(int start) throws Failure {
    int nameStart = ++pos;
    until("}:-+");
    String name = text.substring(nameStart, pos);
    boolean colon = at(pos) == ':' && (at(pos + 1) == '-' || at(pos + 1) == '+');
    char operator = at(colon ? pos + 1 : pos);
    if (operator == '-' || operator == '+') {
      pos += colon ? 2 : 1;
    } else if (operator != '}' && pos < text.length()) {
      throw new Failure("Expected operator");
    }
    int argumentStart = pos;
    until("}");
    if (at(pos) != '}') {
      throw new Failure("Mismatched braces");
    }
    String argument = text.substring(argumentStart, pos);
    @Nullable String value = Variables.value(entries, name);
    boolean unset = value == null || (colon && value.isEmpty());
    String result =
        switch (operator) {
          case '-' -> unset ? argument : value;
          case '+' -> unset ? "" : argument;
          default -> required(name, value);
        };
    replace(start, pos + 1, String.valueOf(result));
  }

  private static String required(String name, @Nullable String value) throws Failure {
    if (value == null) {
      throw new Failure("Unknown parameter: " + name);
    }
    return value;
  }

  private void replace(int start, int end, String value) {
    text.replace(start, end, value);
    pos = start + value.length();
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
