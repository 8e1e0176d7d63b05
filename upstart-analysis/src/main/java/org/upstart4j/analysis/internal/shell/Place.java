package org.upstart4j.analysis.internal.shell;

/** Where parts of words stand, which decides what characters mean there. */
enum Place {
  /** A word of a command. */
  WORD(" \t\n;&|<>()", "\\'\"$`*?["),
  /** A word within {@code [[ ]]}. */
  TEST(" \t\n;&|<>()", "\\'\"$`*?["),
  /** Within double quotes. */
  DOUBLE_QUOTES("\"", "\\$`"),
  /** The lines of a here-document. */
  HERE("", "\\$`"),
  /** Within <code>${ }</code>. */
  BRACES("}", "\\'\"$`*?["),
  /** Within <code>${ }</code> that is in double quotes. */
  QUOTED_BRACES("}", "\\\"$`"),
  /** Within <code>$(( ))</code>. */
  CALCULATION("()[]", "\\\"$`");

  private final String ends;
  private final String special;

  Place(String ends, String special) {
    this.ends = ends;
    this.special = special;
  }

  /** Whether a part that stands here ends before the character. */
  boolean endsAt(int c) {
    return c < 0 || ends.indexOf(c) >= 0;
  }

  /** Whether literal text ends before the character. */
  boolean isSpecial(int c) {
    return endsAt(c) || special.indexOf(c) >= 0;
  }

  /** Whether the shell reads a character of quotes or patterns as such here. */
  boolean reads(int c) {
    return special.indexOf(c) >= 0;
  }

  /** Whether a backslash takes the meaning away from the character here. */
  boolean escapes(int c) {
    return switch (this) {
      case WORD, TEST, BRACES -> true;
      case DOUBLE_QUOTES, CALCULATION -> "\\$`\"".indexOf(c) >= 0;
      case HERE -> "\\$`".indexOf(c) >= 0;
      case QUOTED_BRACES -> "\\$`\"}".indexOf(c) >= 0;
    };
  }

  /** Whether it lies within double quotes, or is read like that. */
  boolean isQuoted() {
    return switch (this) {
      case WORD, TEST, BRACES -> false;
      case DOUBLE_QUOTES, HERE, QUOTED_BRACES, CALCULATION -> true;
    };
  }
}
