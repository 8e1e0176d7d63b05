package org.upstart4j.analysis.internal.shell;

/** A place in a stretch of text, which moves on. */
final class Cursor {

  private final Text text;
  private final int end;
  private int at;

  Cursor(Text text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  Text text() {
    return text;
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  /** The place in the text that offsets belong to. */
  int offset() {
    return text.offset(at);
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The character at a distance, or -1 behind the end. */
  int peek(int distance) {
    return at + distance < end ? text.at(at + distance) : -1;
  }

  int peek() {
    return peek(0);
  }

  boolean at(char wanted) {
    return peek() == wanted;
  }

  boolean at(String wanted) {
    return at + wanted.length() <= end && text.startsWith(wanted, at);
  }

  boolean accept(String wanted) {
    if (!at(wanted)) {
      return false;
    }
    at += wanted.length();
    return true;
  }

  void skip(int count) {
    at = Math.min(at + count, end);
  }

  void moveTo(int place) {
    at = place;
  }

  String since(int start) {
    return text.cut(start, at);
  }

  /** The place of a character, or the end if it does not come. */
  int find(char wanted) {
    int found = at;
    while (found < end && text.at(found) != wanted) {
      found++;
    }
    return found;
  }

  /** Skips blanks and continued line ends. */
  void skipBlanks() {
    while (isBlank(peek()) || at("\\\n")) {
      skip(at('\\') ? 2 : 1);
    }
  }

  /** How many characters of a name stand at a distance. */
  int name(int distance) {
    int length = 0;
    while (isNamePart(peek(distance + length), length == 0)) {
      length++;
    }
    return length;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  /** Whether a word ends before this character. */
  static boolean isDelimiter(int c) {
    return switch (c) {
      case -1, ' ', '\t', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
      default -> false;
    };
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(int c, boolean first) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && isDigit(c));
  }
}
