package org.upstart4j.fleet.inventory.internal.text;

import java.util.Comparator;

/** The order of texts by their code points, as Python and UTF-8 have it. */
public final class CodePoints {

  /** Compares two texts. */
  public static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return Integer.compare(one.codePointAt(i), other.codePointAt(i));
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
