package org.upstart4j.systemd.internal.unit;

import java.util.ArrayList;
import java.util.List;

/** Percent signs: {@code %%} is one, and with a letter or digit it stands for something else. */
public final class Specifiers {

  private Specifiers() {}

  /** Writes a text so that each of its percent signs is one. */
  public static String escape(String text) {
    return text.replace("%", "%%");
  }

  /** Reads a text: its specifiers stay as they are. */
  public static String read(String text) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      read.append(c);
      if (c == '%' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        if (next != '%') {
          read.append(next);
        }
      }
    }
    return read.toString();
  }

  /** Lists what stands for something else, in order. */
  public static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '%') {
        char next = text.charAt(++i);
        if (next < 0x80 && Character.isLetterOrDigit(next)) {
          found.add("%" + next);
        }
      }
    }
    return List.copyOf(found);
  }
}
