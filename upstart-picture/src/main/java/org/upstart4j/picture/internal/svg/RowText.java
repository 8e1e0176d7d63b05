package org.upstart4j.picture.internal.svg;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.upstart4j.picture.internal.text.Seconds;
import org.upstart4j.picture.timeline.Cause;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Mark;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Segment;

/** What rows and their parts say when they are pointed at. */
final class RowText {

  /** More starts than these are only counted. */
  private static final int MOST_LIVES = 12;

  private RowText() {}

  /** For people who hear it. */
  static String spoken(Row row) {
    String notes = row.notes().isEmpty() ? "" : ", " + String.join(", ", row.notes());
    return row.label() + ", " + standing(row) + notes;
  }

  private static String standing(Row row) {
    return switch (row.standing()) {
      case FAILED -> "failed";
      case HANGS -> "is on its way";
      case NEVER -> "never started";
      case RUNS -> "runs";
      case ENDED -> "has ended";
    };
  }

  static String hover(Row row) {
    StringJoiner text = new StringJoiner("\n");
    text.add(row.label() + ": " + standing(row));
    row.notes().forEach(text::add);
    int shown = Math.min(MOST_LIVES, row.lives().size());
    row.lives().subList(0, shown).forEach(life -> text.add(life(life)));
    if (row.lives().size() > shown) {
      text.add("and " + (row.lives().size() - shown) + " more starts");
    }
    if (row.respawns() > 0) {
      text.add("respawned " + row.respawns() + (row.respawns() == 1 ? " time" : " times"));
    }
    if (!row.lives().isEmpty()) {
      text.add(
          "in all: waited %s, worked %s, ran %s"
              .formatted(
                  brief(row, Segment.Kind.WAITED),
                  brief(row, Segment.Kind.WORKED),
                  brief(row, Segment.Kind.RAN)));
    }
    return text.toString();
  }

  private static String brief(Row row, Segment.Kind kind) {
    return Seconds.brief(row.time(kind));
  }

  private static String life(Life life) {
    StringJoiner text = new StringJoiner(", ");
    text.add(
        life.isOlder()
            ? "was there before"
            : "started at " + Seconds.exact(life.started()) + by(life.startedBy()));
    life.running().ifPresent(at -> text.add("ran from " + Seconds.exact(at)));
    if (!life.isOpen()) {
      text.add(
          "ended at "
              + Seconds.exact(life.to())
              + (life.stoppedBy().isEmpty() ? "" : by(life.stoppedBy())));
    }
    return text.toString();
  }

  private static String by(List<Cause> causes) {
    if (causes.isEmpty()) {
      return " (cause not known)";
    }
    return causes.stream()
        .map(
            cause ->
                cause.event().event() + (cause.isLast() && causes.size() > 1 ? " (came last)" : ""))
        .collect(Collectors.joining(" and ", " by ", ""));
  }

  static String hover(Row row, Segment segment) {
    String word =
        switch (segment.kind()) {
          case WAITED -> "waited";
          case WORKED -> "worked";
          case RAN -> "ran";
        };
    return "%s: %s, %s to %s: %s %s"
        .formatted(
            row.label(),
            segment.state(),
            Seconds.exact(segment.from()),
            Seconds.exact(segment.to()),
            word,
            Seconds.brief(segment.length()));
  }

  static String instant(Row row, Life life) {
    Duration length = life.to().minus(life.from());
    return "%s: %s to %s, %s"
        .formatted(
            row.label(),
            Seconds.exact(life.from()),
            Seconds.exact(life.to()),
            Seconds.brief(length));
  }

  static String hover(Row row, Mark mark) {
    String what = mark.kind() == Mark.Kind.FAILURE ? "failed" : "was respawned";
    String text = mark.text().isEmpty() ? "" : ": " + mark.text();
    return row.label() + " " + what + " at " + Seconds.exact(mark.at()) + text;
  }
}
