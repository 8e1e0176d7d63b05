package org.upstart4j.cli.reach;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to an Upstart. */
public enum Way {
  AUTO("auto", "Upstart"),
  PRIVATE("private", "Upstart"),
  SYSTEM_BUS("system-bus", "system bus"),
  SESSION_BUS("session-bus", "session bus"),
  USER_SESSION("user-session", "Upstart"),
  INITCTL("initctl", "Upstart"),
  EMBEDDED("embedded", "Upstart");

  private final String text;
  private final String goal;

  Way(String text, String goal) {
    this.text = text;
    this.goal = goal;
  }

  /** The way that a word names. */
  public static Optional<Way> parse(String text) {
    return Arrays.stream(values()).filter(way -> way.text.equals(text)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Way::toString).toList();
  }

  /** What it leads to first, for messages. */
  String goal() {
    return goal;
  }

  @Override
  public String toString() {
    return text;
  }
}
