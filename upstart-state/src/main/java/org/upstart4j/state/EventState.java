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
 * @param file the number of its open file in Upstart, if it carries one
 * @param progress how far it is: {@code pending}, {@code handling} or {@code finished}
 * @param failed whether a job that it started or stopped has failed
 * @param blockers how many jobs and conditions it waits for
 * @param isBlocking whether anything waits for it; a caller that does is not always among the
 *     blocked
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
    boolean isBlocking,
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
   * @param isBlocking whether anything waits for it; it does if anything is blocked
   * @param blocked what waits for it
   */
  public EventState {
    blocked = List.copyOf(blocked);
    isBlocking |= !blocked.isEmpty();
  }

  static EventState read(StateNode event) {
    StateNode blocking = event.get("blocking");
    return new EventState(
        event.get("session").integerOr(0),
        event.get("name").textOrEmpty(),
        event.get("env").environment(),
        event.get("fd").index(),
        event.get("progress").word("EVENT_"),
        event.get("failed").isYes(),
        event.get("blockers").integerOr(0),
        blocking.exists(),
        blocking.list(BlockedForm::read));
  }

  StateObject write() {
    StateObject event = new StateObject();
    event.number("session", session).text("name", name).texts("env", variables.entries());
    event.number("fd", file.orElse(-1)).word("progress", "EVENT_", progress);
    event.flag("failed", failed).number("blockers", blockers);
    BlockedForm.write(event, isBlocking, blocked);
    return event;
  }
}
