package org.upstart4j.event;

/**
 * Matches a text against a shell pattern, as Upstart does where a condition meets an event: {@code
 * *}, {@code ?}, {@code [...]}, and a backslash before a character that stands for itself. Nothing
 * is special about slashes and leading dots.
 */
public final class Glob {

  private static final String SPECIAL = "*?[\\";

  private final int[] pattern;
  private final int[] text;
  private final Bracket bracket;

  private Glob(String pattern, String text) {
    this.pattern = pattern.codePoints().toArray();
    this.text = text.codePoints().toArray();
    this.bracket = new Bracket(this.pattern);
  }

  /**
   * Says whether a pattern matches all of a text.
   *
   * @param pattern the pattern
   * @param text the text
   * @return whether it matches
   */
  public static boolean matches(String pattern, String text) {
    return pattern.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)
        ? new Glob(pattern, text).matches()
        : pattern.equals(text);
  }

  private boolean matches() {
    int p = 0;
    int t = 0;
    int afterStar = -1;
    int starText = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == '*') {
        afterStar = ++p;
        starText = t;
        continue;
      }
      int next = p < pattern.length ? matchOne(p, text[t]) : Bracket.NO_MATCH;
      if (next >= 0) {
        p = next;
        t++;
      } else if (afterStar >= 0) {
        // only the last star can help: those before it have found their shortest texts
        p = afterStar;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
  }

  /** Returns where the pattern goes on after a character that it matches. */
  private int matchOne(int at, int c) {
    return switch (pattern[at]) {
      case '?' -> at + 1;
      case '[' -> {
        int end = bracket.match(at, c);
        yield end == Bracket.LITERAL ? literal(at, c) : end;
      }
      case '\\' -> at + 1 < pattern.length ? literal(at + 1, c) : Bracket.NO_MATCH;
      default -> literal(at, c);
    };
  }

  private int literal(int at, int c) {
    return pattern[at] == c ? at + 1 : Bracket.NO_MATCH;
  }
}
