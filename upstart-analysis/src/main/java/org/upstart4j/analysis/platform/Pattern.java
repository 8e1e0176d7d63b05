package org.upstart4j.analysis.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Patterns of names, in which {@code *} stands for any text. */
final class Pattern {

  private Pattern() {}

  static Optional<ProvidedEvent> longest(List<ProvidedEvent> patterns, String name) {
    return patterns.stream()
        .filter(event -> fits(event.name(), name))
        .max(Comparator.comparingInt(event -> event.name().length()));
  }

  /** Goes back to the last star only, so that many stars cost no more than one. */
  static boolean fits(String pattern, String text) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int i = 0;
    while (i < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(rest -> rest == '*');
  }
}
