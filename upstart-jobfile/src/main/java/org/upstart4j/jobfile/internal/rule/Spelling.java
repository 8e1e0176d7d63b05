package org.upstart4j.jobfile.internal.rule;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.UpstartVersion;

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
  static Optional<String> nearest(String text, UpstartVersion version) {
    if (text.length() > SHOWN) {
      return Optional.empty();
    }
    @Nullable String nearest = null;
    int least = ALIKE + 1;
    for (StanzaName name : StanzaName.values()) {
      String candidate = name.text();
      int most = Math.min(least - 1, candidate.length() / 2);
      boolean near = Math.abs(candidate.length() - text.length()) <= most;
      if (near && name.isKnownTo(version)) {
        int distance = distance(candidate, text);
        if (distance <= most) {
          nearest = candidate;
          least = distance;
        }
      }
    }
    return Optional.ofNullable(nearest);
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
