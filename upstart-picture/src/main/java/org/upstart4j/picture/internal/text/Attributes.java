package org.upstart4j.picture.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstart4j.picture.internal.shown.Shown;

/** The attributes of something in a file of DOT. */
final class Attributes {

  private final List<String> all = new ArrayList<>();

  /** Adds one whose value needs no quotes. */
  Attributes plain(String name, String value) {
    all.add(name + "=" + value);
    return this;
  }

  /** Adds one whose value is a text of ours. */
  Attributes text(String name, String value) {
    all.add(name + "=\"" + value + "\"");
    return this;
  }

  /** Adds one whose value are lines of anybody's text. */
  Attributes lines(String name, List<String> lines) {
    return text(name, String.join("\\n", lines.stream().map(Attributes::escaped).toList()));
  }

  /** Graphviz takes backslashes and references to characters for more than they are. */
  private static String escaped(String text) {
    return Shown.lines(text)
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;")
        .replace("\n", "\\n");
  }

  /** A node's name: only its letters and common signs stand for themselves, so all differ. */
  static String id(String id) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (Character.isLetterOrDigit(c) || " :-_./".indexOf(c) >= 0) {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "%%%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return "[" + String.join(", ", all) + "]";
  }
}
