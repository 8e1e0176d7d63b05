package org.upstart4j.event;

import java.util.Arrays;

/**
 * The bracket expressions of a shell pattern, read step by step as glibc reads them: what is wrong
 * in a bracket counts only for those characters that nothing before it has matched.
 */
final class Bracket {

  /** The character isn't matched, or the bracket can match nothing. */
  static final int NO_MATCH = -1;

  /** Not a bracket expression, as it doesn't close: the bracket stands for itself. */
  static final int LITERAL = -2;

  private static final int CONTINUE = -3;
  private static final int MATCHED = -4;
  private static final int END = -1;

  private final int[] pattern;
  private final int[] askedBefore;
  private final int[] answers;
  private int pos;

  Bracket(int[] pattern) {
    this.pattern = pattern;
    this.askedBefore = new int[pattern.length];
    this.answers = new int[pattern.length];
    Arrays.fill(askedBefore, END);
  }

  private int at(int index) {
    return index < pattern.length ? pattern[index] : END;
  }

  /** Returns where the pattern goes on after the bracket that opens there. */
  int match(int open, int c) {
    // a bracket that doesn't close is read to the end of the pattern: not for each character again
    if (askedBefore[open] != c) {
      askedBefore[open] = c;
      answers[open] = read(open, c);
    }
    return answers[open];
  }

  private int read(int open, int c) {
    pos = open + 1;
    boolean negated = at(pos) == '!' || at(pos) == '^';
    if (negated) {
      pos++;
    }
    do {
      int found = element(c);
      if (found != CONTINUE) {
        return found != MATCHED ? found : skip(negated);
      }
    } while (at(pos) != ']');
    return negated ? pos + 1 : NO_MATCH;
  }

  /** Reads what stands for one or more characters. */
  private int element(int c) {
    int first = at(pos++);
    if (first == END) {
      return LITERAL;
    }
    if (first == '[' && at(pos) == ':') {
      int end = endOfClass();
      if (end != END) {
        return characterClass(end, c);
      }
    } else if (first == '[' && isEquivalence()) {
      int same = at(pos + 1);
      pos += 4;
      return same == c ? MATCHED : CONTINUE;
    } else if (first == '[' && at(pos) == '.') {
      int symbol = symbol();
      return symbol == END ? NO_MATCH : rangeFrom(symbol, at(pos) == '-' && at(pos + 1) != END, c);
    } else if (first == '\\') {
      first = at(pos++);
      if (first == END) {
        return NO_MATCH;
      }
    }
    return rangeFrom(first, at(pos) == '-' && at(pos + 1) != END && at(pos + 1) != ']', c);
  }

  private int rangeFrom(int low, boolean isRange, int c) {
    if (!isRange && low == c) {
      return MATCHED;
    }
    if (at(pos) != '-' || at(pos + 1) == ']') {
      return CONTINUE;
    }
    pos++;
    int high = at(pos++);
    if (high == '[' && at(pos) == '.') {
      high = symbol();
    } else if (high == '\\') {
      high = at(pos++);
    }
    if (high == END) {
      return NO_MATCH;
    }
    return low <= c && c <= high ? MATCHED : CONTINUE;
  }

  /** Returns where the name of a class ends, or END if there is none. */
  private int endOfClass() {
    int end = pos + 1;
    while (at(end) != ':' || at(end + 1) != ']') {
      // glibc forgets the z
      if (at(end) < 'a' || at(end) >= 'z') {
        return END;
      }
      end++;
    }
    return end;
  }

  private int characterClass(int end, int c) {
    String name = new String(pattern, pos + 1, end - pos - 1);
    pos = end + 2;
    return switch (name) {
      case "alpha" -> found(isLetter(c));
      case "digit" -> found(isDigit(c));
      case "alnum" -> found(isLetter(c) || isDigit(c));
      case "upper" -> found(c >= 'A' && c <= 'Z');
      case "lower" -> found(c >= 'a' && c <= 'z');
      case "space" -> found(c == ' ' || (c >= '\t' && c <= '\r'));
      case "blank" -> found(c == ' ' || c == '\t');
      case "punct" -> found(c > ' ' && c < 0x7f && !isLetter(c) && !isDigit(c));
      case "print" -> found(c >= ' ' && c < 0x7f);
      case "graph" -> found(c > ' ' && c < 0x7f);
      case "cntrl" -> found(c < ' ' || c == 0x7f);
      case "xdigit" -> found(isDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'));
      default -> NO_MATCH;
    };
  }

  private static int found(boolean matched) {
    return matched ? MATCHED : CONTINUE;
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private boolean isEquivalence() {
    return at(pos) == '=' && at(pos + 1) != END && at(pos + 2) == '=' && at(pos + 3) == ']';
  }

  /** Reads a collating symbol and returns its only character, or END if there is no such symbol. */
  private int symbol() {
    int start = pos + 1;
    int end = endOfSymbol(start);
    if (end == END) {
      return END;
    }
    pos = end + 2;
    return end - start == 1 ? at(start) : END;
  }

  private int endOfSymbol(int start) {
    int end = start;
    while (at(end) != '.' || at(end + 1) != ']') {
      if (at(end) == END) {
        return END;
      }
      end++;
    }
    return end;
  }

  /** Reads on to the end of a bracket whose characters include the one that is looked for. */
  private int skip(boolean negated) {
    int c = at(pos++);
    while (c != ']') {
      if (c == END) {
        return LITERAL;
      }
      if (!skipElement(c)) {
        return NO_MATCH;
      }
      c = at(pos++);
    }
    return negated ? NO_MATCH : pos;
  }

  private boolean skipElement(int first) {
    if (first == '\\') {
      return at(pos++) != END;
    }
    if (first != '[') {
      return true;
    }
    return switch (at(pos)) {
      case ':' -> {
        int end = endOfClass();
        pos = end != END ? end + 2 : pos;
        yield true;
      }
      case '=' -> {
        boolean whole = isEquivalence();
        pos += 4;
        yield whole;
      }
      case '.' -> {
        int close = endOfSymbol(pos + 1);
        pos = close + 2;
        yield close != END;
      }
      default -> true;
    };
  }
}
