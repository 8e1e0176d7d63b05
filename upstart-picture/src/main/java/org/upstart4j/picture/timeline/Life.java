package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One start of an instance, and what followed until it stopped. Respawns belong to it.
 *
 * @param segments what it did, without overlaps or holes, in order; states that took no time are
 *     left out
 * @param from when it began: as the first event of its condition happened, or with its start
 * @param to when it ended, or when the timeline does
 * @param isOpen whether it has not ended
 * @param isOlder whether it had begun before the timeline does
 * @param running when it first ran
 * @param marks respawns and failures, in order
 * @param startedBy the events that started it, in order; none if that is not known
 * @param stoppedBy the events that stopped it, in order; none if that is not known
 */
public record Life(
    List<Segment> segments,
    Duration from,
    Duration to,
    boolean isOpen,
    boolean isOlder,
    Optional<Duration> running,
    List<Mark> marks,
    List<Cause> startedBy,
    List<Cause> stoppedBy) {

  /**
   * Makes a life.
   *
   * @param segments what it did
   * @param from when it began
   * @param to when it ended
   * @param isOpen whether it has not ended
   * @param isOlder whether it had begun before
   * @param running when it first ran
   * @param marks respawns and failures
   * @param startedBy the events that started it
   * @param stoppedBy the events that stopped it
   */
  public Life {
    segments = List.copyOf(segments);
    marks = List.copyOf(marks);
    startedBy = List.copyOf(startedBy);
    stoppedBy = List.copyOf(stoppedBy);
  }

  /**
   * Adds up how long it did one thing.
   *
   * @param kind what
   * @return how long
   */
  public Duration time(Segment.Kind kind) {
    return segments.stream()
        .filter(segment -> segment.kind() == kind)
        .map(Segment::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** {@return when it got the goal start: after it had waited for its events} */
  public Duration started() {
    return segments.isEmpty() || !segments.get(0).state().equals("waiting")
        ? from
        : segments.get(0).to();
  }
}
