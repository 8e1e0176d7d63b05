package org.upstart4j.event;

/**
 * A word of a condition, or what stands between words.
 *
 * @param kind what it is
 * @param value what it says, without quotes
 * @param position where it starts in the text
 */
record ConditionWord(Kind kind, String value, int position) {

  enum Kind {
    TEXT,
    AND,
    OR,
    OPEN,
    CLOSE
  }

  boolean isOperator() {
    return kind == Kind.AND || kind == Kind.OR;
  }

  /** The exception for a text that is not a condition. */
  static IllegalArgumentException problem(String text, String what, int position) {
    return new IllegalArgumentException(
        "Not a condition: \"" + text + "\" has " + what + ", at character " + (position + 1));
  }
}
