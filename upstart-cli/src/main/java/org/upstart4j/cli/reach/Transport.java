package org.upstart4j.cli.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code --transport} can name. */
public enum Transport {
  AUTO("auto"),
  PRIVATE("private"),
  SYSTEM_BUS("system-bus"),
  SESSION_BUS("session-bus"),
  USER_SESSION("user-session"),
  INITCTL("initctl"),
  EMBEDDED("embedded");

  private final String text;

  Transport(String text) {
    this.text = text;
  }

  /** The transport that a word names. */
  public static Optional<Transport> parse(String text) {
    for (Transport transport : values()) {
      if (transport.text.equals(text)) {
        return Optional.of(transport);
      }
    }
    return Optional.empty();
  }

  /** All words. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Transport transport : values()) {
      words.add(transport.text);
    }
    return words;
  }

  @Override
  public String toString() {
    return text;
  }
}
