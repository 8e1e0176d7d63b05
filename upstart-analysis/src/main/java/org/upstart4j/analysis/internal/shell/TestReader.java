package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands within bash's double brackets. */
final class TestReader {

  private static final List<String> OPERATORS = List.of("&&", "||", "(", ")", "<", ">");

  private final Readers reader;
  private final Cursor cursor;

  TestReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
  }

  /** Reads words and operators up to the closing brackets, and these, too. */
  List<ShellWord> words() {
    List<ShellWord> words = new ArrayList<>();
    boolean regex = false;
    for (reader.lines().skip(); !cursor.atEnd() && !isClosed(); reader.lines().skip()) {
      int at = cursor.at();
      ShellWord word = regex ? word(true) : operatorOrWord();
      if (cursor.at() == at) {
        break;
      }
      words.add(word);
      regex = word.is("=~");
    }
    if (!reader.blocks().accept("]]")) {
      reader.missing();
    }
    return words;
  }

  private boolean isClosed() {
    return reader.blocks().keyword().equals("]]");
  }

  private ShellWord operatorOrWord() {
    int start = cursor.offset();
    for (String operator : OPERATORS) {
      if (cursor.accept(operator)) {
        WordPart part = new WordPart.Literal(operator, start, cursor.offset());
        return new ShellWord(List.of(part), start, cursor.offset());
      }
    }
    return word(false);
  }

  /** A word may hold parentheses: of an extended pattern, or of a regular expression. */
  private ShellWord word(boolean regex) {
    int start = cursor.offset();
    List<WordPart> parts = new ArrayList<>();
    int open = 0;
    while (!endsWord(open, regex, parts.isEmpty())) {
      open += cursor.at('(') ? 1 : cursor.at(')') ? -1 : 0;
      reader.words().part(Place.TEST).ifPresent(parts::add);
    }
    return new ShellWord(parts, start, cursor.offset());
  }

  private boolean endsWord(int open, boolean regex, boolean first) {
    int c = cursor.peek();
    return switch (c) {
      case -1, '\n' -> true;
      case ')' -> open == 0;
      case '(' -> first && !regex;
      case ' ', '\t' -> open == 0;
      default -> open == 0 && !regex && Cursor.isDelimiter(c);
    };
  }
}
