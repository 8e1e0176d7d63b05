package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to jobs, when, and because of what. Immutable; made by {@link TimelineBuilder} or
 * {@link TimelineRecorder}.
 */
public final class Timeline {

  private final List<Row> rows;
  private final List<Occurrence> events;
  private final List<Happening.Gap> gaps;
  private final Duration length;
  private final @Nullable CriticalPath path;
  private final Map<String, Row> byId = new HashMap<>();

  Timeline(
      List<Row> rows,
      List<Occurrence> events,
      List<Happening.Gap> gaps,
      Duration length,
      @Nullable CriticalPath path) {
    this.rows = List.copyOf(rows);
    this.events = List.copyOf(events);
    this.gaps = List.copyOf(gaps);
    this.length = length;
    this.path = path;
    rows.forEach(row -> byId.put(row.id(), row));
  }

  /**
   * {@return a row for each instance, and for each job that never started: first those that failed,
   * hang or never started, then the others, each in the order of their first start}
   */
  public List<Row> rows() {
    return rows;
  }

  /** {@return all events, in the order in which they were emitted} */
  public List<Occurrence> events() {
    return events;
  }

  /** {@return where something was not heard, in order} */
  public List<Happening.Gap> gaps() {
    return gaps;
  }

  /** {@return how long it is} */
  public Duration length() {
    return length;
  }

  /**
   * Finds a row.
   *
   * @param id its name
   * @return the row
   */
  public Optional<Row> row(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * {@return why what it leads to did not happen earlier: the instance that came up last, or what
   * {@link #leadingTo} says; nothing if none came up}
   */
  public Optional<CriticalPath> criticalPath() {
    return path == null ? new PathFinder(this).toLast() : Optional.of(path);
  }

  /**
   * Returns the same timeline with another critical path.
   *
   * @param name what it leads to: a job or an instance, up to where it first ran or has come
   *     nearest to that; or an event, up to where it was first emitted
   * @return the timeline; nothing if neither a job nor an event of that name is in it
   */
  public Optional<Timeline> leadingTo(String name) {
    return new PathFinder(this)
        .to(name)
        .map(chosen -> new Timeline(rows, events, gaps, length, chosen));
  }

  /**
   * Returns the part of this timeline that is about some jobs. The critical path stays.
   *
   * @param isWanted says whether a job of a name is one of them
   * @return the part: their rows, and all events
   */
  public Timeline ofJobs(Predicate<String> isWanted) {
    List<Row> wanted = rows.stream().filter(row -> isWanted.test(row.job())).toList();
    return new Timeline(wanted, events, gaps, length, criticalPath().orElse(null));
  }

  @Override
  public String toString() {
    return "%d rows, %d events in %s".formatted(rows.size(), events.size(), length);
  }
}
