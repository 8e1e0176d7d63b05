package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.event.EventMatch;
import org.upstart4j.picture.internal.text.Seconds;
import org.upstart4j.picture.timeline.Row.Standing;

/** Makes the rows of what was read: how each instance stands at the end, and why. */
final class Rows {

  private final Reading reading;
  private final TimelineBuilder told;
  private final Duration end;

  Rows(Reading reading, TimelineBuilder told, Duration end) {
    this.reading = reading;
    this.told = told;
    this.end = end;
  }

  List<Row> all() {
    List<Row> rows = new ArrayList<>();
    Set<String> started = new HashSet<>();
    for (History history : reading.histories()) {
      if (!history.lives().isEmpty()) {
        rows.add(row(history));
        started.add(history.job());
      }
    }
    never(started).forEach((job, notes) -> rows.add(never(rows.size(), job, notes)));
    rows.sort(
        Comparator.comparing(
            row -> row.standing().compareTo(Standing.RUNS) < 0 ? row.standing() : Standing.RUNS));
    return rows;
  }

  private Map<String, List<String>> never(Set<String> started) {
    Map<String, List<String>> never = new TreeMap<>(told.never());
    for (String job : told.conditions().keySet()) {
      reading
          .causation()
          .waiting(job, isFromBeginning())
          .ifPresent(waiting -> never.putIfAbsent(job, List.of(note(waiting))));
    }
    never.keySet().removeAll(started);
    return never;
  }

  /** Otherwise a job that did not start meanwhile may have run before. */
  private boolean isFromBeginning() {
    return reading.events().all().stream()
        .anyMatch(one -> one.isFromOutside() || one.event().name().equals("startup"));
  }

  private static String note(Watch waiting) {
    String text = "it waits for " + texts(waiting.unmet());
    return waiting.met().isEmpty() ? text : text + "; " + texts(waiting.met()) + " came";
  }

  private static String texts(List<EventMatch> events) {
    return events.stream().map(EventMatch::toString).collect(Collectors.joining(", "));
  }

  private static Row never(int place, String job, List<String> notes) {
    return new Row("n" + place, job, "", Standing.NEVER, List.of(), notes);
  }

  private Row row(History history) {
    Standing standing = standing(history);
    List<Life> lives =
        history.lives().stream().map(life -> life.life(end, reading.events())).toList();
    List<String> notes = new ArrayList<>();
    if (history.last().hasFailed() && standing != Standing.RUNS) {
      List<Mark> marks = lives.get(lives.size() - 1).marks();
      Mark failure = marks.get(marks.size() - 1);
      notes.add("failed at " + Seconds.exact(failure.at()) + text(failure));
    }
    if (standing == Standing.HANGS) {
      notes.add(hanging(history));
    }
    return new Row(history.id(), history.job(), history.instance(), standing, lives, notes);
  }

  private static String text(Mark failure) {
    return failure.text().isEmpty() ? "" : ": " + failure.text();
  }

  private static Standing standing(History history) {
    LifeDraft last = history.last();
    if (last.isOver()) {
      return last.hasFailed() ? Standing.FAILED : Standing.ENDED;
    }
    boolean runs = last.state().equals(State.RUNNING) && !history.goal().equals(Goal.STOP);
    return runs ? Standing.RUNS : Standing.HANGS;
  }

  private String hanging(History history) {
    LifeDraft last = history.last();
    boolean isOlder = last.isOlder() && last.since().isZero();
    String time = isOlder ? "before the beginning" : Seconds.exact(last.since());
    String since = last.state() + " since " + time + ": ";
    String known = told.waits(history.job(), history.instance());
    return since + (known.isEmpty() ? Waits.of(reading, history) : known);
  }
}
