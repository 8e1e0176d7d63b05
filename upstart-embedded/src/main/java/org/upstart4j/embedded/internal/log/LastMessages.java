package org.upstart4j.embedded.internal.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.spi.LoggedMessage;

/**
 * The last messages of a log: as many as fit, so that they never take more than a few megabytes.
 */
final class LastMessages {

  /** How many messages are kept. */
  static final int MOST = 10_000;

  /** How many characters they have together. */
  static final int MOST_CHARACTERS = 1_500_000;

  /** How many characters of one message are kept. */
  static final int LONGEST = 1_000;

  private static final String CUT = "...";

  private record Kept(long nanos, String text) {}

  private final EngineTime time;
  private final Deque<Kept> messages = new ArrayDeque<>();
  private int characters;

  LastMessages(EngineTime time) {
    this.time = time;
  }

  void add(String text) {
    String bounded = bounded(text);
    messages.add(new Kept(time.nanos(), bounded));
    characters += bounded.length();
    while (messages.size() > MOST || characters > MOST_CHARACTERS) {
      characters -= messages.remove().text().length();
    }
  }

  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - CUT.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  List<LoggedMessage> all() {
    long now = time.nanos();
    return messages.stream()
        .map(kept -> new LoggedMessage(Duration.ofNanos(now - kept.nanos()), kept.text()))
        .toList();
  }
}
