package org.upstart4j.embedded.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command line of initctl.
 *
 * @param command the command
 * @param options its options, long ones with one dash less
 * @param words its other arguments
 */
record CommandLine(String command, Set<String> options, List<String> words) {

  private static final String IGNORE = "ignore-events";

  static CommandLine parse(List<String> all) {
    Set<String> options = new HashSet<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String word = all.get(i);
      if (word.equals("-i") || word.equals("--" + IGNORE)) {
        i++;
        options.add(IGNORE + "=" + all.get(i));
      } else if (word.startsWith("--")) {
        options.add(word.substring(2));
      } else if (word.startsWith("-") && word.length() > 1) {
        options.add(word.substring(1));
      } else {
        words.add(word);
      }
    }
    return words.isEmpty()
        ? new CommandLine("", options, words)
        : new CommandLine(words.get(0), options, words.subList(1, words.size()));
  }

  /** Says whether an option is there, under its long or its short name. */
  boolean has(String longName) {
    return options.contains(longName) || options.contains(longName.substring(0, 1));
  }

  /** Returns the events that check-config shall not complain about. */
  Set<String> ignoredEvents() {
    return options.stream()
        .filter(option -> option.startsWith(IGNORE + "="))
        .flatMap(option -> Arrays.stream(option.substring(IGNORE.length() + 1).split(",")))
        .collect(Collectors.toSet());
  }
}
