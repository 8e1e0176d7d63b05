package org.upstart4j.cli.initctl2dot;

import java.util.Map;
import org.upstart4j.cli.terminal.Visible;

/** Writes names for Graphviz. */
final class DotText {

  /** By these names Upstart's own program calls its nodes, and scripts know them. */
  private static final Map<Character, String> OF_CHARACTERS =
      Map.of(
          '-', "_",
          '$', "dollar_",
          '[', "lbracker",
          ']', "rbracker",
          '!', "bang",
          ':', "colon",
          '*', "star",
          '?', "question",
          '.', "dot",
          '/', "slash");

  private DotText() {}

  static String job(String name) {
    return id("job_" + name);
  }

  static String event(String name) {
    return id("event_" + name);
  }

  private static String id(String name) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      id.append(OF_CHARACTERS.getOrDefault(character, String.valueOf(character)));
    }
    String text = id.toString();
    return text.matches("[A-Za-z0-9_]+") ? text : string(text);
  }

  /** A text between quotation marks. */
  static String string(String text) {
    return "\"" + Visible.text(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A name within the label of a record, where some characters have a meaning. */
  static String inRecord(String name) {
    return Visible.text(name)
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replaceAll("[{}|<>]", "\\\\$0");
  }
}
