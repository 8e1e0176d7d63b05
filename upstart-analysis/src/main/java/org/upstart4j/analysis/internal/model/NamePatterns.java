package org.upstart4j.analysis.internal.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.upstart4j.event.Glob;

/** Names that are known, some of them as patterns. Looking one up does not go through all. */
final class NamePatterns {

  private static final String SPECIAL = "*?[\\";
  private static final int LONGEST_PREFIX = 64;

  private final TreeSet<String> constants = new TreeSet<>();

  /** The patterns by what stands before their first special character. */
  private final Map<String, Set<String>> patterns = new HashMap<>();

  void add(String name) {
    int literal = literalLength(name);
    if (literal == name.length()) {
      constants.add(name);
    } else {
      patterns.computeIfAbsent(prefix(name, literal), prefix -> new LinkedHashSet<>()).add(name);
    }
  }

  private static int literalLength(String name) {
    int length = 0;
    while (length < name.length() && SPECIAL.indexOf(name.charAt(length)) < 0) {
      length++;
    }
    return length;
  }

  private static String prefix(String name, int length) {
    return name.substring(0, Math.min(length, LONGEST_PREFIX));
  }

  boolean has(String name) {
    return constants.contains(name) || fitting(name).findAny().isPresent();
  }

  /** Whether a pattern matches one of the names, or may, as that name is a pattern itself. */
  boolean hasAny(String pattern) {
    int literal = literalLength(pattern);
    if (literal == pattern.length()) {
      return has(pattern);
    }
    String prefix = pattern.substring(0, literal);
    return constants.tailSet(prefix).stream()
            .takeWhile(name -> name.startsWith(prefix))
            .anyMatch(name -> Glob.matches(pattern, name))
        || patterns.keySet().stream()
            .anyMatch(known -> known.startsWith(prefix) || prefix.startsWith(known));
  }

  /** The patterns that match a name. */
  Stream<String> fitting(String name) {
    int longest = Math.min(name.length(), LONGEST_PREFIX);
    return IntStream.rangeClosed(0, longest)
        .mapToObj(length -> patterns.getOrDefault(name.substring(0, length), Set.of()))
        .flatMap(Set::stream)
        .filter(pattern -> Glob.matches(pattern, name));
  }

  /** The names that are no patterns, sorted. */
  Set<String> constants() {
    return constants;
  }
}
