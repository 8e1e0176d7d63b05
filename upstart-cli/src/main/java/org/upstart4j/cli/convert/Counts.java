package org.upstart4j.cli.convert;

import java.util.Map;
import java.util.stream.Collectors;
import org.upstart4j.systemd.finding.Level;

/** Numbers in words. */
final class Counts {

  private Counts() {}

  /** {@code 1 file}, {@code 2 files}. */
  static String of(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 12 exact, 1 by-hand}. */
  static String of(Map<Level, Integer> levels) {
    return levels.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().word())
        .collect(Collectors.joining(", "));
  }
}
