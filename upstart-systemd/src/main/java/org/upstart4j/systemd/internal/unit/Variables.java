package org.upstart4j.systemd.internal.unit;

import org.jspecify.annotations.Nullable;

/** Dollar signs of a command: {@code $$} is one, and with a name it stands for a variable. */
public final class Variables {

  private Variables() {}

  /** Writes a word so that each of its dollar signs is one. */
  public static String escape(String word) {
    return word.replace("$", "$$");
  }

  /** Reads a word; nothing if a variable stands in it. */
  public static @Nullable String literal(String word) {
    if (word.startsWith("$") && !word.startsWith("$$") && !word.startsWith("${")) {
      return null; // the whole word names a variable, whose words take its place
    }
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      literal.append(c);
      if (c == '$' && i + 1 < word.length()) {
        char next = word.charAt(++i);
        if (next == '{') {
          int end = nameEnd(word, i);
          if (end < word.length() && word.charAt(end) == '}') {
            return null;
          }
          literal.append(word, i, Math.min(end + 1, word.length()));
          i = end;
        } else if (next != '$') {
          literal.append(next);
        }
      }
    }
    return literal.toString();
  }

  /** Where a name in braces ends: at the closing one, or at a colon, where systemd gives up. */
  private static int nameEnd(String word, int from) {
    int end = from;
    while (end < word.length() && word.charAt(end) != '}' && word.charAt(end) != ':') {
      end++;
    }
    return end;
  }
}
