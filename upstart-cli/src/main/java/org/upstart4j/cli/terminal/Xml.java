package org.upstart4j.cli.terminal;

import java.util.Locale;

/** Writes text so that XML 1.0 can hold it. */
public final class Xml {

  private Xml() {}

  /** The text for an attribute or an element; what XML cannot hold gets in as in {@code \x1b}. */
  public static String text(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(xml, character));
    return xml.toString();
  }

  private static void append(StringBuilder xml, int character) {
    switch (character) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      case '"' -> xml.append("&quot;");
      // else a reader makes a blank of it in an attribute
      case '\n', '\r', '\t' -> xml.append("&#").append(character).append(';');
      default -> {
        if (isCharacter(character)) {
          xml.appendCodePoint(character);
        } else {
          String form = character < 0x100 ? "\\x%02x" : "\\u%04x";
          xml.append(String.format(Locale.ROOT, form, character));
        }
      }
    }
  }

  private static boolean isCharacter(int character) {
    return (character >= 0x20 && character < 0x7f)
        || (character >= 0xa0 && character <= 0xd7ff)
        || (character >= 0xe000 && character <= 0xfffd)
        || character >= 0x10000;
  }
}
