package org.upstart4j.initctl.internal;

import java.util.List;
import org.upstart4j.Session;

/** Sessions, as {@code initctl list-sessions} prints them: {@code PID ADDRESS}. */
public final class SessionOutput {

  /**
   * What it says if there is no {@code XDG_RUNTIME_DIR}, no folder of sessions in it, or if it is
   * too old for sessions.
   */
  private static final List<String> NONE =
      List.of("Unable to query session directory", "invalid command: list-sessions");

  private SessionOutput() {}

  /** Returns whether it failed because there are none. */
  public static boolean saysNone(String text) {
    return NONE.stream().anyMatch(text::contains);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if that is anything else
   */
  public static List<Session> parse(String text) {
    return text.lines().map(SessionOutput::session).toList();
  }

  private static Session session(String line) {
    int blank = line.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("Not a session: " + line);
    }
    return new Session(Long.parseLong(line.substring(0, blank)), line.substring(blank + 1));
  }
}
