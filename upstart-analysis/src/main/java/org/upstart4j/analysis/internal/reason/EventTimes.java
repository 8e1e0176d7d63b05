package org.upstart4j.analysis.internal.reason;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.JobStatus;

/** When events came last, as far as Upstart has logged it. */
final class EventTimes {

  /** The event that a job emits when it gets into a state. */
  private static final Map<String, String> STATES =
      Map.of(
          "starting", "starting",
          "started", "running",
          "stopping", "stopping",
          "stopped", "waiting");

  private final MessageLog messages;

  EventTimes(MessageLog messages) {
    this.messages = messages;
  }

  /**
   * The message that shows when an event came last.
   *
   * @param job the job that it is about; nothing if it is about none, or not known about which
   */
  Optional<Happening> last(String event, Optional<String> job, String instance) {
    String state = STATES.get(event);
    return state == null
        ? messages.lastEvent(event)
        : job.flatMap(name -> lastState(JobStatus.label(name, instance), state));
  }

  private Optional<Happening> lastState(String label, String state) {
    List<Happening> life = messages.of(label);
    for (int i = life.size() - 1; i >= 0; i--) {
      if (life.get(i).is(MessageKind.STATE, state)) {
        return Optional.of(life.get(i));
      }
    }
    return Optional.empty();
  }
}
