package org.upstart4j.picture.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/** Says what an instance waits for that is on its way. */
final class Waits {

  private Waits() {}

  static String of(Reading reading, History history) {
    State state = history.last().state();
    if (state.equals(State.STARTING) || state.equals(State.STOPPING)) {
      return ofOthers(reading, history, state.name());
    } else if (state.equals(State.SPAWNED)) {
      return "its main process has not said that it is ready";
    } else if (state.equals(State.KILLED)) {
      return "its main process was told to end, and has not";
    } else if (state.equals(State.WAITING)) {
      return "it has not begun to start";
    }
    return "its " + state + " process has not ended";
  }

  /** Its own event has not ended, as jobs that the event set off are not done. */
  private static String ofOthers(Reading reading, History history, String event) {
    Optional<Occurrence> own =
        reading.events().all().stream()
            .filter(one -> one.event().name().equals(event))
            .filter(one -> one.by().equals(Optional.of(history.id())))
            .reduce((first, second) -> second);
    List<String> others =
        own.stream()
            .flatMap(one -> reading.histories().stream().filter(other -> isHeldBy(one, other)))
            .map(other -> JobStatus.label(other.job(), other.instance()))
            .toList();
    return others.isEmpty()
        ? "it waits for what its event " + event + " set off"
        : "it waits for " + others.stream().collect(Collectors.joining(", "));
  }

  private static boolean isHeldBy(Occurrence event, History other) {
    return other.isAlive() && other.last().isBecauseOf(event);
  }
}
