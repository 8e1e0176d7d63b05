package org.upstart4j.state;

/** A text as JSON spells it. */
final class QuotedText {

  /** These end a line in JavaScript, so that JSON for it spells them as numbers. */
  private static final char LINE_SEPARATOR = '\u2028';

  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private QuotedText() {}

  /** Appends a text in quotes. */
  static void append(StringBuilder json, String text) {
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
        json.append(text, written, i).append('\\');
        escape(json, c);
        written = i + 1;
      }
    }
    json.append(text, written, text.length()).append('"');
  }

  private static void escape(StringBuilder json, char c) {
    switch (c) {
      case '"', '\\' -> json.append(c);
      case '\b' -> json.append('b');
      case '\f' -> json.append('f');
      case '\n' -> json.append('n');
      case '\r' -> json.append('r');
      case '\t' -> json.append('t');
      default -> json.append('u').append(String.format("%04x", (int) c));
    }
  }
}
