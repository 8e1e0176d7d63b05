package org.upstart4j.testkit;

import java.util.List;

/** The history of a test that has failed. */
final class Story extends Throwable {

  private static final long serialVersionUID = 1L;
  private static final String BEGIN = "What has happened:\n";

  private Story(String text) {
    super(text, null, false, false);
  }

  /** Adds the history to a message. */
  static String with(String message, History history) {
    return message + "\n" + BEGIN + history;
  }

  /** Adds the history to what a test fails with, unless it is there already. */
  static void addTo(Throwable failure, History history) {
    if (!String.valueOf(failure.getMessage()).contains(BEGIN)) {
      failure.addSuppressed(new Story(BEGIN + history));
    }
  }

  /** A message without the history that was added to it. */
  static String without(String message) {
    int begin = message.indexOf(BEGIN);
    return begin < 0 ? message : message.substring(0, begin);
  }

  /** Names the scripts that were not used, as they may be what is wrong. */
  static void addUnused(Throwable failure, List<String> scripts) {
    if (!scripts.isEmpty()) {
      failure.addSuppressed(
          new Story("Scripts that no process used:\n  " + String.join("\n  ", scripts)));
    }
  }

  /** Adds one more line. */
  static void addLine(Throwable failure, String line) {
    failure.addSuppressed(new Story(line));
  }

  /** Without the name of this class, which means nothing to a reader. */
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
