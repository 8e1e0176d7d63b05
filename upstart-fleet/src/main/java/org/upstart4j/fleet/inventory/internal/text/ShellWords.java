package org.upstart4j.fleet.inventory.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words as Python's {@code shlex} does: quotes, backslashes, and a comment that
 * may begin within a word.
 */
public final class ShellWords {

  private final String line;
  private final Place place;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean quoted;
  private int at;

  private ShellWords(String line, Place place) {
    this.line = line;
    this.place = place;
  }

  /**
   * {@return the words of a line}
   *
   * @throws Fault if a quote is not closed, or a backslash ends the line
   */
  public static List<String> of(String line, Place place) throws Fault {
    ShellWords cut = new ShellWords(line, place);
    cut.cut();
    return cut.words;
  }

  private void cut() throws Fault {
    while (at < line.length()) {
      char next = line.charAt(at++);
      switch (next) {
        case ' ', '\t', '\r', '\n' -> end();
        case '#' -> at = line.length();
        case '\\' -> word.append(escaped());
        case '\'' -> single();
        case '"' -> doubled();
        default -> word.append(next);
      }
    }
    end();
  }

  private void end() {
    if (quoted || word.length() > 0) {
      words.add(word.toString());
    }
    quoted = false;
    word.setLength(0);
  }

  private void single() throws Fault {
    int close = line.indexOf('\'', at);
    if (close < 0) {
      throw unclosed('\'');
    }
    word.append(line, at, close);
    at = close + 1;
    quoted = true;
  }

  private void doubled() throws Fault {
    quoted = true;
    while (at < line.length()) {
      char next = line.charAt(at++);
      if (next == '"') {
        return;
      }
      if (next == '\\') {
        char after = escaped();
        if (after != '"' && after != '\\') {
          word.append('\\');
        }
        word.append(after);
      } else {
        word.append(next);
      }
    }
    throw unclosed('"');
  }

  private char escaped() throws Fault {
    if (at == line.length()) {
      throw new Fault(place, "the line ends with a backslash; remove it, or double it");
    }
    return line.charAt(at++);
  }

  private Fault unclosed(char quote) {
    return new Fault(
        place, "the quote " + quote + " is not closed; close it, or put a backslash before it");
  }
}
