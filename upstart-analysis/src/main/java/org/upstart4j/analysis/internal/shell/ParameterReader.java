package org.upstart4j.analysis.internal.shell;

import java.util.List;

/** Reads a parameter in braces. */
final class ParameterReader {

  private static final String SPECIAL = "@*#?-$!";

  /** Longer ones before those that they begin with. */
  private static final List<String> OPERATORS =
      List.of(
          ":-", ":=", ":?", ":+", "##", "%%", "//", "/#", "/%", "^^", ",,", "#", "%", "/", "^", ",",
          "@", "-", "=", "?", "+", ":", "*");

  /** In their argument single quotes quote, even within double quotes. */
  private static final String OF_PATTERNS = "#%/^,";

  private final Readers reader;
  private final Cursor cursor;

  ParameterReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
  }

  WordPart braces(int start, Place place) {
    cursor.skip(2);
    String prefix = prefix();
    String name = name();
    String subscript = subscript();
    String operator = OPERATORS.stream().filter(cursor::accept).findFirst().orElse("");
    List<WordPart> argument = reader.words().parts(argumentPlace(operator, place));
    if (!cursor.accept("}")) {
      reader.missing();
    }
    return new WordPart.Parameter(
        name, prefix, subscript, operator, argument, true, start, cursor.offset());
  }

  private static Place argumentPlace(String operator, Place place) {
    boolean pattern = !operator.isEmpty() && OF_PATTERNS.indexOf(operator.charAt(0)) >= 0;
    return place.isQuoted() && !pattern ? Place.QUOTED_BRACES : Place.BRACES;
  }

  /** A number sign or exclamation mark before a name; alone they are names themselves. */
  private String prefix() {
    boolean mark = cursor.at('#') || cursor.at('!');
    int next = cursor.peek(1);
    boolean special = next > 0 && "@*?$!#-".indexOf(next) >= 0 && cursor.peek(2) == '}';
    if (!mark || !(cursor.name(1) > 0 || Cursor.isDigit(next) || special)) {
      return "";
    }
    int start = cursor.at();
    cursor.skip(1);
    return cursor.since(start);
  }

  private String name() {
    int start = cursor.at();
    int length = cursor.name(0);
    while (length == 0 && Cursor.isDigit(cursor.peek())) {
      cursor.skip(1);
    }
    boolean special = cursor.peek() > 0 && SPECIAL.indexOf(cursor.peek()) >= 0;
    cursor.skip(length == 0 && cursor.at() == start && special ? 1 : length);
    return cursor.since(start);
  }

  private String subscript() {
    int length = subscriptLength();
    int start = cursor.at();
    cursor.skip(length);
    return length == 0 ? "" : cursor.since(start).substring(1, length - 1);
  }

  private int subscriptLength() {
    int open = 0;
    for (int i = 0; cursor.peek(i) >= 0 && cursor.peek(i) != '\n'; i++) {
      open += cursor.peek(i) == '[' ? 1 : cursor.peek(i) == ']' ? -1 : 0;
      if (open == 0) {
        return i == 0 ? 0 : i + 1;
      }
      if (!reader.reading().mayLookAhead()) {
        return 0;
      }
    }
    return 0;
  }
}
