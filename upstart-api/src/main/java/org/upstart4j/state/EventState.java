package org.upstart4j.state;

import java.util.List;
import java.util.OptionalInt;
import org.upstart4j.Environment;

/**
 * An event whose work isn't done.
 *
 * @param session the session's number; 0 is process 1's own
 * @param name the event's name
 * @param variables its variables
 * @param file the number that its open file has in Upstart, if it carries one
 * @param progress how far it is: {@code pending}, {@code handling} or {@code finished}
 * @param failed whether a job that it started or stopped has failed
 * @param blockers how many jobs and conditions it waits for
 * @param blocked what waits for it
 */
public record EventState(
    int session,
    String name,
    Environment variables,
    OptionalInt file,
    String progress,
    boolean failed,
    int blockers,
    List<Blocked> blocked) {

  /**
   * Makes an event.
   *
   * @param session the session's number
   * @param name the event's name
   * @param variables its variables
   * @param file the number of its open file
   * @param progress how far it is
   * @param failed whether a job has failed
   * @param blockers how many jobs and conditions it waits for
   * @param blocked what waits for it
   */
  public EventState {
    blocked = List.copyOf(blocked);
  }

  static EventState read(Node event) {
    OptionalInt file = event.get("fd").integer();
    return new EventState(
        event.get("session").integerOr(0),
        event.get("name").textOrEmpty(),
        event.get("env").environment(),
        file.orElse(-1) < 0 ? OptionalInt.empty() : file,
        event.get("progress").word("EVENT_"),
        event.get("failed").isYes(),
        event.get("blockers").integerOr(0),
        event.get("blocking").list(Waiting::read));
  }
}
