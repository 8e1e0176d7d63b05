package org.upstart4j.picture.internal.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Mark;
import org.upstart4j.picture.timeline.Occurrence;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Segment;
import org.upstart4j.picture.timeline.Timeline;

/** Where times are drawn. Long times in which nothing happens and nobody works are cut. */
public final class TimeScale {

  /** A part of the time, in milliseconds, and where it is drawn. */
  public record Piece(long from, long to, double left, double right, boolean isCut) {

    /** Where one of its times is. */
    public double x(double millis) {
      return to == from ? left : left + (millis - from) * (right - left) / (to - from);
    }
  }

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * Makes a scale.
   *
   * @param cutWidth the width of what is left of a time that is cut
   */
  public TimeScale(Timeline timeline, double left, double right, double cutWidth) {
    List<long[]> idle = idle(timeline);
    long end = Math.max(1, timeline.length().toMillis());
    long shown = end - idle.stream().mapToLong(gap -> gap[1] - gap[0]).sum();
    double cuts = Math.min(cutWidth * idle.size(), (right - left) / 2);
    double cut = idle.isEmpty() ? 0 : cuts / idle.size();
    double perMilli = (right - left - cuts) / Math.max(1, shown);
    long from = 0;
    double x = left;
    for (long[] gap : idle) {
      x = add(from, gap[0], x, (gap[0] - from) * perMilli, false);
      x = add(gap[0], gap[1], x, cut, true);
      from = gap[1];
    }
    add(from, end, x, right - x, false);
  }

  private double add(long from, long to, double left, double width, boolean isCut) {
    if (to > from) {
      pieces.add(new Piece(from, to, left, left + width, isCut));
      return left + width;
    }
    return left;
  }

  /** All parts, in order. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** Where a time is. */
  public double x(Duration time) {
    double millis = time.toNanos() / 1e6;
    for (Piece piece : pieces) {
      if (millis <= piece.to()) {
        return piece.x(millis);
      }
    }
    return pieces.get(pieces.size() - 1).right();
  }

  /** The times to be cut: those that are longer than all that is shown without them. */
  private static List<long[]> idle(Timeline timeline) {
    List<long[]> quiet = quiet(timeline);
    long shown = timeline.length().toMillis();
    shown -= quiet.stream().mapToLong(gap -> gap[1] - gap[0]).sum();
    List<long[]> shortestFirst = new ArrayList<>(quiet);
    shortestFirst.sort((one, two) -> Long.compare(one[1] - one[0], two[1] - two[0]));
    for (int i = 0; i < shortestFirst.size(); i++) {
      long length = shortestFirst.get(i)[1] - shortestFirst.get(i)[0];
      if (shown > 0 && length > shown) {
        return quiet.stream().filter(gap -> gap[1] - gap[0] >= length).toList();
      }
      shown += length;
    }
    return List.of();
  }

  private static List<long[]> quiet(Timeline timeline) {
    TreeSet<Long> changes = new TreeSet<>();
    TreeMap<Long, Integer> work = new TreeMap<>();
    long end = timeline.length().toMillis();
    changes.add(0L);
    changes.add(end);
    timeline.events().stream().map(Occurrence::at).forEach(at -> changes.add(at.toMillis()));
    timeline.gaps().stream().map(Happening.Gap::at).forEach(at -> changes.add(at.toMillis()));
    for (Row row : timeline.rows()) {
      boolean hangs = row.standing() == Row.Standing.HANGS;
      row.lives().forEach(life -> take(life, hangs ? end : -1, changes, work));
    }
    List<long[]> quiet = new ArrayList<>();
    long before = 0;
    int working = 0;
    for (long change : changes) {
      if (change > before && working == 0) {
        quiet.add(new long[] {before, change});
      }
      working += work.getOrDefault(change, 0);
      before = change;
    }
    return quiet;
  }

  private static void take(Life life, long hanging, Set<Long> changes, Map<Long, Integer> work) {
    life.marks().stream().map(Mark::at).forEach(at -> changes.add(at.toMillis()));
    for (Segment segment : life.segments()) {
      long from = segment.from().toMillis();
      long to = segment.to().toMillis();
      changes.add(from);
      changes.add(to);
      boolean hangs = life.isOpen() && to == hanging;
      if (segment.kind() == Segment.Kind.WORKED && !hangs) {
        work.merge(from, 1, Integer::sum);
        work.merge(to, -1, Integer::sum);
      }
    }
  }
}
