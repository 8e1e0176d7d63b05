package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what held an instance back while it was starting or stopping. */
final class Holders {

  private Holders() {}

  /**
   * A life that something else waited for.
   *
   * @param at when it was done
   * @param isStop whether its stop was waited for, and not its start
   */
  record Holder(Row row, Life life, Duration at, boolean isStop) {}

  /** Of all that an instance waited for in one state, what was done last. */
  static Optional<Holder> last(Timeline timeline, Row row, Segment segment) {
    Optional<Occurrence> own =
        timeline.events().stream()
            .filter(one -> one.by().equals(Optional.of(row.id())))
            .filter(one -> one.event().name().equals(segment.state()))
            .filter(one -> one.at().compareTo(segment.from()) >= 0)
            .filter(one -> one.at().compareTo(segment.to()) <= 0)
            .findFirst();
    return own.flatMap(
        event ->
            timeline.rows().stream()
                .flatMap(other -> other.lives().stream().flatMap(life -> held(event, other, life)))
                .filter(holder -> holder.at().minus(segment.to()).toMillis() <= Causation.INSTANT)
                .reduce((one, two) -> two.at().compareTo(one.at()) >= 0 ? two : one));
  }

  private static Stream<Holder> held(Occurrence event, Row row, Life life) {
    boolean isStarted = life.startedBy().stream().anyMatch(by -> by.event().equals(event));
    if (life.stoppedBy().stream().anyMatch(by -> by.event().equals(event))) {
      return Stream.of(new Holder(row, life, life.to(), true));
    } else if (!isStarted) {
      return Stream.empty();
    }
    // a task is waited for until its end, and a service until it runs
    return Stream.of(
            life.isOpen() ? Optional.<Duration>empty() : Optional.of(life.to()), life.running())
        .flatMap(Optional::stream)
        .map(at -> new Holder(row, life, at, false));
  }
}
