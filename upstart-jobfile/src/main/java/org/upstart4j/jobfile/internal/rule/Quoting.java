package org.upstart4j.jobfile.internal.rule;

/** Spells values as words that Upstart reads back as they were. */
final class Quoting {

  private static final String BLANKS = " \t\r";

  private Quoting() {}

  /** The plainest word of that value. */
  static String word(String value) {
    return spell(value, BLANKS + "#\"'");
  }

  /** The plainest word of that value in a condition, where parentheses and operators count. */
  static String operand(String value) {
    return value.equals("and") || value.equals("or")
        ? '"' + value + '"'
        : spell(value, BLANKS + "#\"'()");
  }

  /** A text for people, which stands in quotes even where it would not have to. */
  static String prose(String value) {
    check(value);
    return quote(value);
  }

  private static String spell(String value, String special) {
    check(value);
    if (!holds(value, special)) {
      return value.replace("\\", "\\\\");
    }
    int equals = value.indexOf('=') + 1;
    if (equals > 1 && !holds(value.substring(0, equals), special)) {
      return value.substring(0, equals).replace("\\", "\\\\") + quote(value.substring(equals));
    }
    return quote(value);
  }

  private static boolean holds(String value, String special) {
    return value.chars().anyMatch(c -> special.indexOf(c) >= 0);
  }

  /** Quotes a text, in one piece if it does not hold both kinds of quotes. */
  private static String quote(String value) {
    String text = value.replace("\\", "\\\\");
    StringBuilder quoted = new StringBuilder();
    int from = 0;
    do {
      int toDouble = next(text, '"', from);
      int toSingle = next(text, '\'', from);
      int to = Math.max(toDouble, toSingle);
      char mark = toDouble >= toSingle ? '"' : '\'';
      quoted.append(mark).append(text, from, to).append(mark);
      from = to;
    } while (from < text.length());
    return quoted.toString();
  }

  private static int next(String text, char mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found;
  }

  private static void check(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("Upstart has no way to write an empty word");
    }
    if (value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "Upstart has no way to write a line break or a NUL in a word: \""
              + Spelling.shown(value)
              + "\"");
    }
  }
}
