package org.upstart4j.state;

import java.util.function.IntConsumer;

/** Reads one string of a JSON text. */
final class JsonString {

  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final String text;
  private final StringBuilder read = new StringBuilder();
  private int at;

  /**
   * Makes a reader.
   *
   * @param quote where the string's first quote is
   */
  JsonString(String text, int quote) {
    this.text = text;
    this.at = quote + 1;
  }

  /** Returns the string, and says where it has ended. */
  String read(IntConsumer moveTo) {
    char next = take();
    while (next != '"') {
      if (next < ' ') {
        throw StateSyntaxException.at(at - 1, "a string holds a control character");
      }
      read.append(next == '\\' ? escape() : next);
      next = take();
    }
    moveTo.accept(at);
    return read.toString();
  }

  private char escape() {
    char kind = take();
    if (kind == 'u') {
      return unicode();
    }
    int place = ESCAPED.indexOf(kind);
    if (place < 0) {
      throw StateSyntaxException.at(at - 1, "an escape is unknown");
    }
    return MEANT.charAt(place);
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char digit = take();
      int worth = digit < 0x80 ? Character.digit(digit, 16) : -1;
      if (worth < 0) {
        throw StateSyntaxException.at(at - 1, "four hexadecimal digits are missing");
      }
      value = value * 16 + worth;
    }
    return (char) value;
  }

  private char take() {
    if (at >= text.length()) {
      throw StateSyntaxException.at(at, "a string does not end");
    }
    return text.charAt(at++);
  }
}
