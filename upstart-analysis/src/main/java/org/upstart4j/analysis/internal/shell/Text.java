package org.upstart4j.analysis.internal.shell;

import org.jspecify.annotations.Nullable;

/**
 * Characters to read, and where each stands in the text that all offsets belong to. What is in
 * backticks loses some backslashes before it is read.
 */
final class Text {

  private final String chars;
  private final int @Nullable [] offsets;

  private Text(String chars, int @Nullable [] offsets) {
    this.chars = chars;
    this.offsets = offsets;
  }

  static Text of(String chars) {
    return new Text(chars, null);
  }

  /**
   * The stretch of this text without the backslashes before the given characters, which then stand
   * where their backslash stood.
   */
  Text unescaped(int from, int to, String escapable) {
    StringBuilder kept = new StringBuilder(to - from);
    int[] places = new int[to - from + 1];
    for (int i = from; i < to; i++) {
      boolean escape =
          chars.charAt(i) == '\\' && i + 1 < to && escapable.indexOf(chars.charAt(i + 1)) >= 0;
      places[kept.length()] = offset(i);
      i = escape ? i + 1 : i;
      kept.append(chars.charAt(i));
    }
    places[kept.length()] = offset(to);
    return new Text(kept.toString(), places);
  }

  int length() {
    return chars.length();
  }

  char at(int index) {
    return chars.charAt(index);
  }

  String cut(int from, int to) {
    return chars.substring(from, to);
  }

  boolean startsWith(String prefix, int index) {
    return chars.startsWith(prefix, index);
  }

  int offset(int index) {
    return offsets == null ? index : offsets[index];
  }
}
