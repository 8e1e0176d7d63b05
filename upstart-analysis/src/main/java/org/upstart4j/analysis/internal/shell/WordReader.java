package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words: literal text, quotes, patterns. */
final class WordReader implements Readers.Words {

  private final Readers reader;
  private final Cursor cursor;

  WordReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
  }

  @Override
  public boolean startsHere() {
    return !Cursor.isDelimiter(cursor.peek()) || isProcessSubstitution();
  }

  private boolean isProcessSubstitution() {
    return cursor.at("<(") || cursor.at(">(");
  }

  @Override
  public ShellWord word() {
    return word(false);
  }

  @Override
  public ShellWord value() {
    return word(true);
  }

  private ShellWord word(boolean value) {
    int start = cursor.offset();
    List<WordPart> parts = new ArrayList<>();
    tilde().ifPresent(parts::add);
    while (startsHere() || isArray(parts, value)) {
      if (cursor.at('(')) {
        parts.add(array());
      } else {
        part(Place.WORD).ifPresent(parts::add);
      }
    }
    return new ShellWord(parts, start, cursor.offset());
  }

  /** An opening parenthesis right behind {@code name=}. */
  private boolean isArray(List<WordPart> parts, boolean value) {
    if (!cursor.at('(')) {
      return false;
    }
    if (value) {
      return parts.isEmpty();
    }
    return parts.size() == 1
        && parts.get(0) instanceof WordPart.Literal name
        && name.text().matches("[A-Za-z_][A-Za-z0-9_]*\\+?=");
  }

  private WordPart array() {
    int start = cursor.offset();
    cursor.skip(1);
    List<ShellWord> elements = new ArrayList<>();
    for (reader.lines().skip(); startsHere(); reader.lines().skip()) {
      elements.add(word());
    }
    if (!cursor.accept(")")) {
      reader.missing();
    }
    return new WordPart.ArrayValue(elements, start, cursor.offset());
  }

  private Optional<WordPart> tilde() {
    int length = cursor.at('~') ? 1 : 0;
    while (length > 0 && isUserPart(cursor.peek(length))) {
      length++;
    }
    int next = cursor.peek(length);
    if (length == 0 || !(next == '/' || next == ':' || Cursor.isDelimiter(next))) {
      return Optional.empty();
    }
    int start = cursor.at();
    int offset = cursor.offset();
    cursor.skip(length);
    String user = cursor.since(start).substring(1);
    return Optional.of(new WordPart.Tilde(user, offset, cursor.offset()));
  }

  private static boolean isUserPart(int c) {
    return c == '_' || c == '-' || c == '+' || Character.isLetterOrDigit(Math.max(c, 0));
  }

  @Override
  public List<WordPart> parts(Place place) {
    List<WordPart> parts = new ArrayList<>();
    while (!place.endsAt(cursor.peek())) {
      part(place).ifPresent(parts::add);
    }
    return parts;
  }

  @Override
  public Optional<WordPart> part(Place place) {
    int c = cursor.peek();
    if (c == '\\') {
      return escape(place);
    }
    if ((c == '<' || c == '>') && place == Place.WORD && isProcessSubstitution()) {
      return Optional.of(reader.expansions().processSubstitution());
    }
    return Optional.of(
        switch (place.reads(c) ? c : 0) {
          case '\'' -> singleQuoted(cursor.offset());
          case '"' -> doubleQuoted(cursor.offset());
          case '`' -> reader.expansions().backticks(place);
          case '$' -> reader.expansions().dollar(place);
          case '*', '?', '[' -> glob();
          default -> literal(place);
        });
  }

  private Optional<WordPart> escape(Place place) {
    int next = cursor.peek(1);
    if (next == '\n') {
      cursor.skip(2);
      return Optional.empty();
    }
    if (next < 0 || !place.escapes(next)) {
      return Optional.of(literal(place));
    }
    int start = cursor.at();
    int offset = cursor.offset();
    cursor.skip(2);
    String text = cursor.since(start).substring(1);
    return Optional.of(new WordPart.Escaped(text, offset, cursor.offset()));
  }

  @Override
  public WordPart literal(Place place) {
    int start = cursor.at();
    int offset = cursor.offset();
    cursor.skip(1);
    while (!place.isSpecial(cursor.peek())) {
      cursor.skip(1);
    }
    return new WordPart.Literal(cursor.since(start), offset, cursor.offset());
  }

  private WordPart glob() {
    if (cursor.at('[') && Cursor.isDelimiter(cursor.peek(1))) {
      return literal(Place.WORD);
    }
    int start = cursor.at();
    int offset = cursor.offset();
    cursor.skip(1);
    return new WordPart.Glob(cursor.since(start), offset, cursor.offset());
  }

  @Override
  public WordPart singleQuoted(int offset) {
    boolean dollar = offset < cursor.offset();
    cursor.skip(1);
    int start = cursor.at();
    while (!cursor.atEnd() && !cursor.at('\'')) {
      cursor.skip(dollar && cursor.at('\\') ? 2 : 1);
    }
    String text = cursor.since(start);
    close("'");
    return new WordPart.SingleQuoted(text, dollar, offset, cursor.offset());
  }

  @Override
  public WordPart doubleQuoted(int offset) {
    boolean dollar = offset < cursor.offset();
    if (!reader.reading().enter()) {
      return reader.expansions().tooDeep();
    }
    cursor.skip(1);
    List<WordPart> parts = parts(Place.DOUBLE_QUOTES);
    close("\"");
    reader.reading().leave();
    return new WordPart.DoubleQuoted(parts, dollar, offset, cursor.offset());
  }

  private void close(String quote) {
    if (!cursor.accept(quote)) {
      reader.missing();
    }
  }
}
