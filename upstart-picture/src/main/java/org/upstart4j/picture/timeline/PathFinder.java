package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.State;
import org.upstart4j.picture.timeline.CriticalPath.Step;

/** Goes from an effect back to its cause, over what came last each time. */
final class PathFinder {

  private final Timeline timeline;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Effect> seen = new HashSet<>();

  /** A life that has come to some point. */
  private record Effect(Row row, Life life, Duration at, boolean isStop) {}

  PathFinder(Timeline timeline) {
    this.timeline = timeline;
  }

  /** The path to the instance that came up last. */
  Optional<CriticalPath> toLast() {
    return reached(timeline.rows(), Comparator.naturalOrder())
        .map(effect -> path(effect.row().label(), effect));
  }

  /** The path to the first start of a job, or else to the first event of a name. */
  Optional<CriticalPath> to(String name) {
    List<Row> rows =
        timeline.rows().stream()
            .filter(row -> row.job().equals(name) || row.label().equals(name))
            .filter(row -> !row.lives().isEmpty())
            .toList();
    if (!rows.isEmpty()) {
      Effect effect = reached(rows, Comparator.reverseOrder()).orElseGet(() -> now(rows.get(0)));
      return Optional.of(path(name, effect));
    }
    return timeline.events().stream()
        .filter(one -> one.event().name().equals(name))
        .findFirst()
        .map(this::toEvent);
  }

  private CriticalPath toEvent(Occurrence event) {
    begins(event);
    if (event.by().isPresent()) {
      leadsTo(before(event));
    }
    return new CriticalPath(event.event().name(), steps);
  }

  private static Optional<Effect> reached(List<Row> rows, Comparator<Duration> order) {
    Optional<Effect> best = Optional.empty();
    for (Row row : rows) {
      for (Life life : row.lives()) {
        Duration at = life.running().orElse(null);
        if (at != null
            && !life.isOlder()
            && best.map(other -> order.compare(at, other.at()) > 0).orElse(true)) {
          best = Optional.of(new Effect(row, life, at, false));
        }
      }
    }
    return best;
  }

  /** Where something is that has not come to its goal. */
  private static Effect now(Row row) {
    Life last = row.lives().get(row.lives().size() - 1);
    boolean ranBefore = last.isOlder() && last.running().isPresent();
    return new Effect(row, last, ranBefore ? last.running().get() : last.to(), false);
  }

  private CriticalPath path(String goal, Effect effect) {
    leadsTo(effect);
    return new CriticalPath(goal, steps);
  }

  private void leadsTo(@Nullable Effect effect) {
    @Nullable Effect next = effect;
    while (next != null && seen.add(next)) {
      next = step(next);
    }
  }

  private @Nullable Effect step(Effect effect) {
    List<Cause> causes = effect.isStop() ? effect.life().stoppedBy() : effect.life().startedBy();
    Optional<Occurrence> cause =
        causes.stream().filter(Cause::isLast).map(Cause::event).findFirst();
    Duration from = began(effect, cause);
    steps.add(
        new Step(
            effect.row().label() + " " + what(effect),
            Optional.of(effect.row().id()),
            effect.at(),
            time(effect, from, Segment.Kind.WAITED),
            time(effect, from, Segment.Kind.WORKED).plus(time(effect, from, Segment.Kind.RAN)),
            because(effect, causes, cause)));
    return heldBy(effect, from).orElseGet(() -> cause.map(this::before).orElse(null));
  }

  private static Duration began(Effect effect, Optional<Occurrence> cause) {
    return effect.isStop() && cause.isPresent() ? cause.get().at() : effect.life().started();
  }

  private static String because(Effect effect, List<Cause> causes, Optional<Occurrence> cause) {
    if (cause.isPresent()) {
      return EventText.of(cause.get().event());
    } else if (effect.life().isOlder()) {
      return "it was there before";
    }
    return causes.isEmpty() ? "" : "which event came last is not known";
  }

  private static String what(Effect effect) {
    Life life = effect.life();
    if (life.running().equals(Optional.of(effect.at())) && !effect.isStop()) {
      return "runs";
    } else if (!life.isOpen() && effect.at().equals(life.to())) {
      return effect.isStop() ? "has stopped" : "has done its work";
    }
    return life.segments().stream()
        .filter(segment -> segment.to().compareTo(effect.at()) >= 0)
        .findFirst()
        .map(segment -> "is in " + segment.state())
        .orElse("is there");
  }

  private static Duration time(Effect effect, Duration from, Segment.Kind kind) {
    Duration time = Duration.ZERO;
    for (Segment segment : effect.life().segments()) {
      Duration begin = segment.from().compareTo(from) < 0 ? from : segment.from();
      Duration end = segment.to().compareTo(effect.at()) > 0 ? effect.at() : segment.to();
      if (segment.kind() == kind && end.compareTo(begin) > 0) {
        time = time.plus(end.minus(begin));
      }
    }
    return time;
  }

  /** What its own event starting or stopping had to wait for, if it had to. */
  private Optional<Effect> heldBy(Effect effect, Duration from) {
    return effect.life().segments().stream()
        .filter(segment -> segment.to().compareTo(effect.at()) <= 0)
        .filter(segment -> segment.from().compareTo(from) >= 0)
        .filter(
            segment ->
                segment.state().equals(State.STARTING.name())
                    || segment.state().equals(State.STOPPING.name()))
        .flatMap(segment -> Holders.last(timeline, effect.row(), segment).stream())
        .map(held -> new Effect(held.row(), held.life(), held.at(), held.isStop()))
        .reduce((first, second) -> second);
  }

  /** What led to an event. */
  private @Nullable Effect before(Occurrence event) {
    Optional<Row> by = event.by().flatMap(timeline::row);
    Optional<Life> life = by.flatMap(row -> alive(row, event.at()));
    if (by.isEmpty() || life.isEmpty()) {
      begins(event);
      return null;
    }
    boolean isOfStop = event.event().name().startsWith("stop");
    Effect effect =
        new Effect(by.get(), life.get(), event.at(), isOfStop && !life.get().stoppedBy().isEmpty());
    boolean isSeen =
        event.event().name().equals("starting")
            && steps.stream().anyMatch(step -> step.row().equals(Optional.of(by.get().id())));
    if (isSeen) {
      // it has been told already: what comes now is why it began to start
      return life.get().startedBy().stream()
          .filter(Cause::isLast)
          .findFirst()
          .map(cause -> before(cause.event()))
          .orElse(null);
    }
    return effect;
  }

  private static Optional<Life> alive(Row row, Duration at) {
    return row.lives().stream()
        .filter(life -> life.from().compareTo(at) <= 0 && life.to().compareTo(at) >= 0)
        .reduce((first, second) -> second);
  }

  /** Nothing more is known of where an event came from. */
  private void begins(Occurrence event) {
    steps.add(
        new Step(
            "event "
                + EventText.of(event.event())
                + (event.isFromOutside() ? ", from outside" : ""),
            Optional.empty(),
            event.at(),
            Duration.ZERO,
            Duration.ZERO,
            ""));
  }
}
