package org.upstart4j.cli.prove.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order things happened, where that is certain. */
final class Order {

  /** How far apart two things are that have an order. */
  private static final Duration APART = Duration.ofMillis(100);

  private Order() {}

  /**
   * Lists what has an order in the first trace and the reverse one in the second: for each subject
   * the first pair only, as one delay makes many.
   */
  static List<String> reversed(Trace first, Trace second) {
    List<TraceEntry> entries = first.entries();
    List<Integer> places = places(first, second);
    Set<String> told = new HashSet<>();
    List<String> found = new ArrayList<>();
    for (int a = 0; a < entries.size(); a++) {
      for (int b = a + 1; b < entries.size(); b++) {
        TraceEntry before = entries.get(a);
        TraceEntry after = entries.get(b);
        boolean apart = after.at().minus(before.at()).compareTo(APART) >= 0;
        if (apart && places.get(a) > places.get(b) && told.add(before.subject())) {
          found.add("\"" + before.text() + "\" comes before \"" + after.text() + "\"");
        }
      }
    }
    return found;
  }

  /** Where the entries of the first trace are in the second, which has all of them. */
  private static List<Integer> places(Trace first, Trace second) {
    Map<String, Integer> places = new HashMap<>();
    numbered(second).forEach(name -> places.put(name, places.size()));
    return numbered(first).stream().map(name -> places.getOrDefault(name, 0)).toList();
  }

  private static List<String> numbered(Trace trace) {
    Map<String, Integer> counts = new HashMap<>();
    return trace.entries().stream()
        .map(entry -> entry.text() + " " + counts.merge(entry.text(), 1, Integer::sum))
        .toList();
  }
}
