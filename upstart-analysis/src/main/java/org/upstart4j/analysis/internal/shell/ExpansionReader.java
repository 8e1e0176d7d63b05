package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Reads what begins with a dollar sign or a backtick. */
final class ExpansionReader implements Readers.Expansions {

  private static final String SPECIAL = "@*#?-$!";

  private final Readers reader;
  private final Cursor cursor;
  private final ParameterReader parameters;

  ExpansionReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
    this.parameters = new ParameterReader(reader);
  }

  @Override
  public WordPart tooDeep() {
    ShellCommand.Unreadable rest = reader.giveUp();
    return new WordPart.TooDeep(rest.start(), rest.end());
  }

  @Override
  public WordPart dollar(Place place) {
    if (cursor.at("$((") && looksArithmetic(3)) {
      return nested(start -> calculation(start, "$((", "))"));
    }
    if (cursor.at("$(")) {
      return nested(start -> substitution(start));
    }
    if (cursor.at("${")) {
      return nested(start -> parameters.braces(start, place));
    }
    if (cursor.at("$[") && closesOnLine(2, ']')) {
      return nested(start -> calculation(start, "$[", "]"));
    }
    if (!place.isQuoted() && (cursor.at("$'") || cursor.at("$\""))) {
      return quoted();
    }
    return plain(place);
  }

  private WordPart quoted() {
    int start = cursor.offset();
    cursor.skip(1);
    return cursor.at('\'')
        ? reader.words().singleQuoted(start)
        : reader.words().doubleQuoted(start);
  }

  private WordPart plain(Place place) {
    int length = cursor.name(1);
    int next = cursor.peek(1);
    if (length == 0 && (Cursor.isDigit(next) || (next > 0 && SPECIAL.indexOf(next) >= 0))) {
      length = 1;
    }
    if (length == 0) {
      return reader.words().literal(place);
    }
    int start = cursor.at();
    int offset = cursor.offset();
    cursor.skip(1 + length);
    String name = cursor.since(start).substring(1);
    return new WordPart.Parameter(name, "", "", "", List.of(), false, offset, cursor.offset());
  }

  private WordPart nested(IntFunction<WordPart> read) {
    if (!reader.reading().enter()) {
      return tooDeep();
    }
    WordPart part = read.apply(cursor.offset());
    reader.reading().leave();
    return part;
  }

  private WordPart substitution(int start) {
    cursor.skip(2);
    Block body = parenthesized();
    return new WordPart.Substitution(body, false, start, cursor.offset());
  }

  @Override
  public WordPart processSubstitution() {
    return nested(
        start -> {
          String direction = cursor.at('<') ? "<" : ">";
          cursor.skip(2);
          return new WordPart.ProcessSubstitution(
              parenthesized(), direction, start, cursor.offset());
        });
  }

  private Block parenthesized() {
    Block body = reader.blocks().block(")");
    if (!cursor.accept(")")) {
      reader.missing();
    }
    return body;
  }

  @Override
  public WordPart backticks(Place place) {
    return nested(start -> backticks(start, place));
  }

  private WordPart backticks(int start, Place place) {
    cursor.skip(1);
    int from = cursor.at();
    while (!cursor.atEnd() && !cursor.at('`')) {
      cursor.skip(cursor.at('\\') ? 2 : 1);
    }
    Block body = withoutBackslashes(from, cursor.at(), place.isQuoted() ? "\\$`\"" : "\\$`");
    if (!cursor.accept("`")) {
      reader.missing();
    }
    return new WordPart.Substitution(body, true, start, cursor.offset());
  }

  private Block withoutBackslashes(int from, int to, String escapable) {
    if (cursor.since(from).indexOf('\\') < 0) {
      return reader.within(cursor.text(), from, to).blocks().block();
    }
    Text text = cursor.text().unescaped(from, to, escapable);
    return reader.within(text, 0, text.length()).blocks().block();
  }

  private WordPart calculation(int start, String opening, String closing) {
    cursor.skip(opening.length());
    List<WordPart> parts = calculation(closing);
    return new WordPart.Calculation(parts, opening.equals("$["), start, cursor.offset());
  }

  @Override
  public List<WordPart> calculation(String closing) {
    char opener = closing.equals("]") ? '[' : '(';
    List<WordPart> parts = new ArrayList<>();
    int open = 0;
    while (!cursor.atEnd() && !(open == 0 && cursor.at(closing))) {
      if (cursor.at(opener)) {
        open++;
      } else if (cursor.at(closing.charAt(0))) {
        open = Math.max(open - 1, 0);
      }
      reader.words().part(Place.CALCULATION).ifPresent(parts::add);
    }
    if (!cursor.accept(closing)) {
      reader.missing();
    }
    return parts;
  }

  @Override
  public boolean looksArithmetic(int distance) {
    int open = 2;
    for (int i = distance; cursor.peek(i) >= 0 && reader.reading().mayLookAhead(); i++) {
      int c = cursor.peek(i);
      if (c == '\\') {
        i++;
      } else if (c == '\'' || c == '"') {
        i = closingQuote(i, c);
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open == 1) {
        return cursor.peek(i + 1) == ')';
      }
    }
    return false;
  }

  private int closingQuote(int distance, int quote) {
    int i = distance + 1;
    while (cursor.peek(i) >= 0 && cursor.peek(i) != quote && reader.reading().mayLookAhead()) {
      i += cursor.peek(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private boolean closesOnLine(int distance, char closing) {
    int i = distance;
    while (cursor.peek(i) >= 0 && cursor.peek(i) != '\n' && reader.reading().mayLookAhead()) {
      if (cursor.peek(i++) == closing) {
        return true;
      }
    }
    return false;
  }
}
