package org.upstart4j.analysis.reason;

/** Puts texts of others into sentences. */
final class Sentence {

  private static final String ENDS = ".!?";

  private Sentence() {}

  /** The text with a full stop, unless it ends a sentence already. */
  static String end(String text) {
    return text.isEmpty() || ENDS.indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
  }
}
