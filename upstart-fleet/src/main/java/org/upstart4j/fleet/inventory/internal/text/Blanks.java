package org.upstart4j.fleet.inventory.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Blanks and ends of lines as Python has them, which are more than Java's. */
public final class Blanks {

  private Blanks() {}

  /** {@return whether Python's {@code str.isspace} is true of a character} */
  public static boolean isBlank(char character) {
    return (character >= '\t' && character <= '\r')
        || (character >= '\u001c' && character <= '\u001f')
        || character == '\u0085'
        || Character.isSpaceChar(character);
  }

  /** {@return the text without blanks at both ends} */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** {@return the lines of a text, without their ends} */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text.charAt(i))) {
        lines.add(text.substring(start, i));
        if (text.startsWith("\r\n", i)) {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean endsLine(char character) {
    return (character >= '\n' && character <= '\r')
        || (character >= '\u001c' && character <= '\u001e')
        || character == '\u0085'
        || character == '\u2028'
        || character == '\u2029';
  }
}
