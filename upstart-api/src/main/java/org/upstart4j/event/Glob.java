package org.upstart4j.event;

import java.util.Locale;

/**
 * Matches a text against a shell pattern, as Upstart does where a condition meets an event: {@code
 * *}, {@code ?}, {@code [...]}, and a backslash before a character that stands for itself. Nothing
 * is special about slashes and leading dots.
 */
public final class Glob {

  private Glob() {}

  /**
   * Says whether a pattern matches all of a text.
   *
   * @param pattern the pattern
   * @param text the text
   * @return whether it matches
   */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int afterStar = -1;
    int starText = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        afterStar = ++p;
        starText = t;
        continue;
      }
      int next = p < pattern.length() ? matchOne(pattern, p, text.charAt(t)) : -1;
      if (next >= 0) {
        p = next;
        t++;
      } else if (afterStar >= 0) {
        p = afterStar;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Returns where the pattern goes on after a character that it matches, or -1. */
  private static int matchOne(String pattern, int at, char c) {
    char special = pattern.charAt(at);
    switch (special) {
      case '?':
        return at + 1;
      case '[':
        int end = endOfSet(pattern, at);
        if (end < 0) {
          return c == '[' ? at + 1 : -1;
        }
        return inSet(pattern, at, end, c) ? end + 1 : -1;
      case '\\':
        if (at + 1 >= pattern.length()) {
          return -1;
        }
        return pattern.charAt(at + 1) == c ? at + 2 : -1;
      default:
        return special == c ? at + 1 : -1;
    }
  }

  private static boolean isNegation(char c) {
    return c == '!' || c == '^';
  }

  private static int firstOfSet(String pattern, int open) {
    int first = open + 1;
    return first < pattern.length() && isNegation(pattern.charAt(first)) ? first + 1 : first;
  }

  /** Returns where the bracket of a set closes, or -1 if it doesn't. */
  private static int endOfSet(String pattern, int open) {
    int first = firstOfSet(pattern, open);
    for (int i = first; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ']' && i > first) {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if (c == '[' && i + 1 < pattern.length() && isInner(pattern.charAt(i + 1))) {
        int close = pattern.indexOf(pattern.charAt(i + 1) + "]", i + 2);
        if (close >= 0) {
          i = close + 1;
        }
      }
    }
    return -1;
  }

  /**
   * Whether {@code [} and this open a class of characters, an equivalence or a collating symbol.
   */
  private static boolean isInner(char c) {
    return c == ':' || c == '=' || c == '.';
  }

  private static boolean inSet(String pattern, int open, int end, char c) {
    boolean negated = isNegation(pattern.charAt(open + 1));
    boolean found = false;
    int i = firstOfSet(pattern, open);
    while (i < end) {
      char low = pattern.charAt(i);
      if (low == '[' && isInner(pattern.charAt(i + 1))) {
        int close = pattern.indexOf(pattern.charAt(i + 1) + "]", i + 2);
        if (close >= 0) {
          found |= inClass(pattern.charAt(i + 1), pattern.substring(i + 2, close), c);
          i = close + 2;
          continue;
        }
      }
      if (low == '\\' && i + 1 < end) {
        low = pattern.charAt(++i);
      }
      i++;
      char high = low;
      if (i + 1 < end && pattern.charAt(i) == '-') {
        high = pattern.charAt(++i);
        if (high == '\\' && i + 1 < end) {
          high = pattern.charAt(++i);
        }
        i++;
      }
      found |= low <= c && c <= high;
    }
    return found != negated;
  }

  private static boolean inClass(char kind, String name, char c) {
    if (kind != ':') {
      return name.length() == 1 && name.charAt(0) == c;
    }
    boolean ascii = c < 0x80;
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "alpha" -> ascii && Character.isLetter(c);
      case "digit" -> c >= '0' && c <= '9';
      case "alnum" -> ascii && Character.isLetterOrDigit(c);
      case "upper" -> c >= 'A' && c <= 'Z';
      case "lower" -> c >= 'a' && c <= 'z';
      case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
      case "blank" -> c == ' ' || c == '\t';
      case "punct" -> c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
      case "print" -> c >= ' ' && c < 0x7f;
      case "graph" -> c > ' ' && c < 0x7f;
      case "cntrl" -> c < ' ' || c == 0x7f;
      case "xdigit" -> Character.digit(c, 16) >= 0 && ascii;
      default -> false;
    };
  }
}
