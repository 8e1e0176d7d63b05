package org.upstart4j.cli.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a line of the monitor is about. */
public enum ChangeKind {
  EVENTS("events"),
  GOALS("goals"),
  STATES("states"),
  FAILURES("failures"),
  INSTANCES("instances"),
  JOBS("jobs"),
  CONNECTION("connection");

  private final String text;

  ChangeKind(String text) {
    this.text = text;
  }

  static Optional<ChangeKind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }

  /** All words. */
  static List<String> words() {
    return Arrays.stream(values()).map(kind -> kind.text).toList();
  }

  /** All words, for a message. */
  static String all() {
    return String.join(", ", words());
  }
}
