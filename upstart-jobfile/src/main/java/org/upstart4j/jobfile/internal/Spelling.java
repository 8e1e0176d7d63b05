package org.upstart4j.jobfile.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.upstart4j.jobfile.stanza.StanzaName;

/** Texts for messages: what was written, and what may have been meant. */
public final class Spelling {

  private static final int SHOWN = 40;
  private static final int ALIKE = 2;

  private Spelling() {}

  /** The text, short and on one line. */
  public static String shown(String text) {
    String line = text.replaceAll("[\\p{Cc}\\x{dc80}-\\x{dcff}]", "\u00b7");
    return line.codePointCount(0, line.length()) > SHOWN
        ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "..."
        : line;
  }

  /** The stanza's name that is spelled most like the text, if one is. */
  static Optional<String> nearest(String text) {
    if (text.length() > SHOWN) {
      return Optional.empty();
    }
    return Arrays.stream(StanzaName.values())
        .filter(name -> name != StanzaName.IMPORT && name != StanzaName.TMPFILES)
        .map(StanzaName::text)
        .filter(name -> Math.abs(name.length() - text.length()) <= ALIKE)
        .min(Comparator.comparingInt(name -> distance(name, text)))
        .filter(name -> distance(name, text) <= Math.min(ALIKE, name.length() / 2));
  }

  /** How many characters must be added, removed or replaced to make one text of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
