package org.upstart4j.analysis.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line that {@code /proc/PID/stat} holds, as far as it is needed.
 *
 * @param name the name of the process, at most 15 bytes of it
 * @param state the letter of its state
 * @param parent the number of its parent
 * @param began when it began, in hundredths of a second since the machine did
 */
record ProcessFacts(String name, char state, int parent, long began) {

  private static final int TICKS = 100;
  private static final int MILLIS = 1000;

  /** The places of fields after the name. */
  private static final int STATE = 0;

  private static final int PARENT = 1;
  private static final int BEGAN = 19;

  /** Reads the line; a name may hold blanks and brackets. */
  static Optional<ProcessFacts> parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open) {
      return Optional.empty();
    }
    List<String> fields = words(line.substring(close + 1));
    try {
      return fields.size() <= BEGAN
          ? Optional.empty()
          : Optional.of(
              new ProcessFacts(
                  line.substring(open + 1, close),
                  fields.get(STATE).charAt(0),
                  Integer.parseInt(fields.get(PARENT)),
                  Long.parseLong(fields.get(BEGAN))));
    } catch (NumberFormatException strange) {
      return Optional.empty();
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** How long it runs, if the machine runs that long. */
  Duration age(Duration uptime) {
    Duration age = uptime.minusMillis(began * MILLIS / TICKS);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
