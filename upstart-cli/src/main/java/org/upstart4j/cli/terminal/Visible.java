package org.upstart4j.cli.terminal;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Shows text that others have written so that it commands no terminal. */
public final class Visible {

  private Visible() {}

  /**
   * The text on one line, with what is no character to be seen as in {@code \n} and {@code \x1b}.
   */
  public static String text(String text) {
    return show(text, Visible::isVisible);
  }

  /** The same, of text that may have several lines: line breaks and tabs stay. */
  public static String lines(String text) {
    return show(text, character -> isLayout(character) || isVisible(character));
  }

  private static String show(String text, IntPredicate stays) {
    if (text.codePoints().allMatch(stays)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (stays.test(character)) {
                visible.appendCodePoint(character);
              } else {
                visible.append(escape(character));
              }
            });
    return visible.toString();
  }

  /** Whether a character is seen, and changes nothing about how others are. */
  static boolean isVisible(int character) {
    return !Character.isISOControl(character) && !isSeparator(character) && !isDirection(character);
  }

  static boolean isLayout(int character) {
    return character == '\n' || character == '\t';
  }

  private static boolean isSeparator(int character) {
    return character == 0x2028 || character == 0x2029;
  }

  /** What has text run from the right to the left looks like other text than it is. */
  private static boolean isDirection(int character) {
    return (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }

  static String escape(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, character < 0x100 ? "\\x%02x" : "\\u%04x", character);
    };
  }
}
