package org.upstart4j.cli.terminal;

import java.util.Locale;

/** Shows text that others have written so that it stays on its line and commands no terminal. */
public final class Visible {

  private Visible() {}

  /** The text, with what is no character to be seen as in {@code \n} and {@code \x1b}. */
  public static String text(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      visible.append(Character.isISOControl(c) ? escape(c) : String.valueOf(c));
    }
    return visible.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, "\\x%02x", (int) c);
    };
  }
}
