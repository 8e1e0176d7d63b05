package org.upstart4j.cli.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.fleet.RemoteOptions.Access;

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

  /** Whether it may lead to another machine. */
  public boolean leadsElsewhere() {
    return switch (this) {
      case AUTO, PRIVATE, SYSTEM_BUS, INITCTL -> true;
      case SESSION_BUS, USER_SESSION, EMBEDDED -> false;
    };
  }

  /** What it leads to on another machine; whatever there is, if it leads nowhere else. */
  public Access access() {
    return switch (this) {
      case PRIVATE -> Access.PRIVATE_SOCKET;
      case SYSTEM_BUS -> Access.SYSTEM_BUS;
      case INITCTL -> Access.INITCTL;
      case AUTO, SESSION_BUS, USER_SESSION, EMBEDDED -> Access.AUTOMATIC;
    };
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
