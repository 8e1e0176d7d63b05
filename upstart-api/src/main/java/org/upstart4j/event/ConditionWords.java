package org.upstart4j.event;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.event.ConditionWord.Kind;

/** Cuts the text of a condition into words, as Upstart cuts a job file. */
final class ConditionWords {

  private static final String BLANKS = " \t\r\n\0";
  private static final String ENDS_OF_WORDS = BLANKS + "#()";

  private final String text;
  private int position;

  private ConditionWords(String text) {
    this.text = text;
  }

  static List<ConditionWord> of(String text) {
    return new ConditionWords(text).words();
  }

  private List<ConditionWord> words() {
    List<ConditionWord> words = new ArrayList<>();
    while (skipGap()) {
      words.add(next());
    }
    return words;
  }

  /** Goes over blanks, line breaks and comments; false at the end of the text. */
  private boolean skipGap() {
    while (position < text.length()) {
      if (text.charAt(position) == '#') {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (text.startsWith("\\\n", position)) {
        position += 2;
      } else if (isOneOf(BLANKS, text.charAt(position))) {
        position++;
      } else {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(String characters, char c) {
    return characters.indexOf(c) >= 0;
  }

  private ConditionWord next() {
    int start = position;
    char first = text.charAt(start);
    if (first == '(' || first == ')') {
      position++;
      return new ConditionWord(first == '(' ? Kind.OPEN : Kind.CLOSE, "", start);
    }
    Unquoted value = new Unquoted();
    while (position < text.length()
        && (value.isQuoting() || !isOneOf(ENDS_OF_WORDS, text.charAt(position)))) {
      step(value);
    }
    if (value.isQuoting() || value.isEmpty()) {
      String problem = value.isQuoting() ? "a quote that is never closed" : "an empty word";
      throw ConditionWord.problem(text, problem, start);
    }
    return new ConditionWord(kind(text.substring(start, position)), value.toString(), start);
  }

  private void step(Unquoted value) {
    char c = text.charAt(position++);
    if (c != '\\') {
      value.add(c);
    } else if (position < text.length()) {
      value.addEscaped(text.charAt(position++));
    } else {
      throw ConditionWord.problem(text, "a backslash with nothing after it", position - 1);
    }
  }

  /** An operator is one only if it is spelled plainly; its line may be continued. */
  private static Kind kind(String spelling) {
    return switch (spelling.replaceFirst("(\\\\\n)+$", "")) {
      case "and" -> Kind.AND;
      case "or" -> Kind.OR;
      default -> Kind.TEXT;
    };
  }

  /**
   * A word without its quotes and escapes, as Upstart's library takes them away. A backslash before
   * an ordinary character stays; if blanks stand before the backslash, the library copies one
   * character too late, and so does this.
   */
  private static final class Unquoted {

    private final StringBuilder value = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private boolean lineBreak;
    private char quote;

    boolean isQuoting() {
      return quote != 0;
    }

    boolean isEmpty() {
      return value.isEmpty();
    }

    void add(char c) {
      if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
        addBlanks();
        quote = quote == 0 ? c : 0;
      } else if (isOneOf(BLANKS, c)) {
        addBlank(c);
      } else {
        addBlanks();
        value.append(c);
      }
    }

    private void addBlank(char c) {
      if (c == '\n') {
        lineBreak = true;
      } else {
        blanks.append(c);
      }
    }

    void addEscaped(char c) {
      if (c == '\n') {
        lineBreak = true;
        return;
      }
      if (c == '\\' || isOneOf(BLANKS, c)) {
        addBlanks();
      } else {
        value.append('\\');
        if (!lineBreak && !blanks.isEmpty()) {
          blanks.deleteCharAt(0).append('\\');
        }
        addBlanks();
      }
      value.append(c);
    }

    /** Adds the blanks before a character; one, if there are line breaks among them. */
    private void addBlanks() {
      value.append(lineBreak ? " " : blanks);
      blanks.setLength(0);
      lineBreak = false;
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
