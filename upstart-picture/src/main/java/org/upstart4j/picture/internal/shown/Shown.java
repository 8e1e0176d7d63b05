package org.upstart4j.picture.internal.shown;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text that others have written, so that all of it is seen and none of it does anything. What is no
 * character that can be seen, or changes how others are seen, is as in {@code \x1b}.
 */
public final class Shown {

  private Shown() {}

  /** The text with its line breaks and tabs. */
  public static String text(String text) {
    return shown(text.replace("\r\n", "\n"), character -> character == '\n' || character == '\t');
  }

  /** The text with its line breaks. */
  public static String lines(String text) {
    return shown(text, character -> character == '\n');
  }

  /** The text on one line. */
  public static String line(String text) {
    return shown(text, character -> false);
  }

  private static String shown(String text, IntPredicate stays) {
    IntPredicate isHidden = character -> isHidden(character) && !stays.test(character);
    if (text.codePoints().noneMatch(isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              if (isHidden.test(character)) {
                shown.append(escape(character));
              } else {
                shown.appendCodePoint(character);
              }
            });
    return shown.toString();
  }

  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // of these only the joiners do no harm
      case Character.FORMAT -> character != 0x200c && character != 0x200d;
      default -> (character & 0xfffe) == 0xfffe;
    };
  }

  /** A lone surrogate from U+DC80 to U+DCFF stands for a byte that is no UTF-8. */
  private static String escape(int character) {
    boolean isByte = character >= 0xdc80 && character <= 0xdcff;
    int value = isByte ? character - 0xdc00 : character;
    return switch (value) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, value < 0x100 ? "\\x%02x" : "\\u%04x", value);
    };
  }
}
