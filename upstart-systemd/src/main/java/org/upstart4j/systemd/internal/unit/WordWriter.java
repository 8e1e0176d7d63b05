package org.upstart4j.systemd.internal.unit;

/** Writes words so that systemd reads each of them back as it is. */
public final class WordWriter {

  private WordWriter() {}

  /** Writes a word: in double quotes where it needs some, with escapes where nothing else helps. */
  public static String write(String word) {
    StringBuilder text = new StringBuilder();
    word.codePoints().forEach(c -> CEscape.write(c, text));
    boolean isBare = !word.isEmpty() && word.chars().noneMatch(c -> " '\"".indexOf(c) >= 0);
    return isBare ? text.toString() : "\"" + text + "\"";
  }
}
