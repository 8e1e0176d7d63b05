package org.upstart4j.picture.timeline;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.State;

/** Upstart's own events about jobs. */
final class OwnEvents {

  private static final Set<String> NAMES = Set.of("starting", "started", "stopping", "stopped");

  /** What Upstart adds to the name of an event of which something failed that it set off. */
  private static final String FAILED = "/failed";

  private static final Map<State, String> BY_STATE =
      Map.of(
          State.STARTING, "starting",
          State.RUNNING, "started",
          State.STOPPING, "stopping",
          State.WAITING, "stopped");

  private OwnEvents() {}

  /** The event that a new state comes with. */
  static Optional<String> of(@Nullable State before, State now) {
    return State.PRE_STOP.equals(before) && now.equals(State.RUNNING)
        ? Optional.empty()
        : Optional.ofNullable(BY_STATE.get(now));
  }

  /**
   * The job that an event is about; nothing if it is none of these events, or tells their failure.
   */
  static Optional<String> job(Event event) {
    String name = event.name();
    String plain =
        name.endsWith(FAILED) ? name.substring(0, name.length() - FAILED.length()) : name;
    return NAMES.contains(plain) ? event.variables().get("JOB") : Optional.empty();
  }

  /** The instance that such an event is about. */
  static String instance(Event event) {
    return event.variables().get("INSTANCE").orElse("");
  }
}
