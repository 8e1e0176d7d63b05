package org.upstart4j.jobfile.internal.edit;

import org.upstart4j.jobfile.internal.Kind;

/**
 * A word of a stanza as it is written.
 *
 * @param gap what stands between it and the word before: blanks, comments and line breaks
 * @param spelling the word itself, with its quotes
 * @param kind what it is
 * @param value what it says; two words of one kind and value say the same
 */
record SpelledWord(String gap, String spelling, Kind kind, String value) {

  SpelledWord withGap(String newGap) {
    return new SpelledWord(newGap, spelling, kind, value);
  }

  boolean saysSameAs(SpelledWord other) {
    return kind == other.kind && value.equals(other.value);
  }

  /** Says whether the word needs a gap between it and another one. */
  boolean needsGapAfter(SpelledWord before) {
    return !isParenthesis() && !before.isParenthesis();
  }

  private boolean isParenthesis() {
    return kind == Kind.LEFT || kind == Kind.RIGHT;
  }

  @Override
  public String toString() {
    return gap + spelling;
  }
}
