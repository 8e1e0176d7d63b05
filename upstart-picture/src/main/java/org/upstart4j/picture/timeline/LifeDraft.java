package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.State;

/** A life as far as it has come. */
final class LifeDraft {

  private static final Set<State> OF_OTHERS = Set.of(State.WAITING, State.STARTING, State.STOPPING);

  private final Duration from;
  private final boolean isOlder;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Cause> startedBy;
  private List<Cause> stoppedBy = List.of();
  private Duration since;
  private State state;
  private @Nullable Duration running;
  private boolean isOver;

  LifeDraft(Duration from, State state, boolean isOlder, List<Cause> startedBy) {
    this.from = from;
    this.since = from;
    this.state = state;
    this.isOlder = isOlder;
    this.startedBy = startedBy;
    if (state.equals(State.RUNNING)) {
      running = from;
    }
  }

  void enters(State next, Duration at) {
    close(at);
    state = next;
    if (next.equals(State.RUNNING) && running == null) {
      running = at;
    }
  }

  private void close(Duration at) {
    if (at.compareTo(since) > 0) {
      segments.add(new Segment(kind(state), state.name(), since, at));
    }
    since = at;
  }

  private static Segment.Kind kind(State state) {
    if (state.equals(State.RUNNING)) {
      return Segment.Kind.RAN;
    }
    return OF_OTHERS.contains(state) ? Segment.Kind.WAITED : Segment.Kind.WORKED;
  }

  void marks(Mark.Kind kind, Duration at, String text) {
    marks.add(new Mark(kind, at, text));
  }

  /** More is known of its failure than when that happened. */
  void explains(String text) {
    int last = marks.size() - 1;
    marks.set(last, new Mark(Mark.Kind.FAILURE, marks.get(last).at(), text));
  }

  void stops(List<Cause> causes) {
    stoppedBy = causes;
  }

  void ends(Duration at) {
    close(at);
    isOver = true;
  }

  /** Since when it is in its state. */
  Duration since() {
    return since;
  }

  State state() {
    return state;
  }

  boolean isOlder() {
    return isOlder;
  }

  boolean isOver() {
    return isOver;
  }

  /** Whether a failure is the last that is known of it. */
  boolean hasFailed() {
    return !marks.isEmpty() && marks.get(marks.size() - 1).kind() == Mark.Kind.FAILURE;
  }

  /** Whether an event started or stopped it. */
  boolean isBecauseOf(Occurrence event) {
    return Stream.concat(startedBy.stream(), stoppedBy.stream())
        .anyMatch(cause -> cause.event().number() == event.number());
  }

  Duration end() {
    return since;
  }

  /** The life, at the end of the timeline. */
  Life life(Duration end, EventLog events) {
    List<Segment> all = new ArrayList<>(segments);
    if (!isOver && end.compareTo(since) > 0) {
      all.add(new Segment(kind(state), state.name(), since, end));
    }
    return new Life(
        all,
        from,
        isOver ? since : end,
        !isOver,
        isOlder,
        Optional.ofNullable(running),
        marks,
        asTheyEnded(startedBy, events),
        asTheyEnded(stoppedBy, events));
  }

  private static List<Cause> asTheyEnded(List<Cause> causes, EventLog events) {
    return causes.stream()
        .map(cause -> new Cause(events.get(cause.event().number()), cause.isLast()))
        .toList();
  }
}
