package org.upstart4j.picture.internal.plain;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Look;
import org.upstart4j.picture.timeline.Look.Part;
import org.upstart4j.picture.timeline.Mark;
import org.upstart4j.picture.timeline.Segment;

/** The characters that show what happened, one for each piece of time. */
final class Strip {

  private static final Map<Cell, Part> PARTS =
      new EnumMap<>(
          Map.of(
              Cell.WAITED, Part.WAITED,
              Cell.WORKED, Part.WORKED,
              Cell.RAN, Part.RAN,
              Cell.FAILURE, Part.BAD,
              Cell.OPEN, Part.DOUBTFUL,
              Cell.EVENT, Part.EVENT,
              Cell.CUT, Part.FAINT));

  private final TimeScale scale;
  private final Cell[] cells;

  Strip(TimeScale scale, int columns) {
    this.scale = scale;
    this.cells = new Cell[columns];
    Arrays.fill(cells, Cell.NOTHING);
  }

  private int place(Duration at) {
    return Math.max(0, Math.min(cells.length - 1, (int) scale.x(at)));
  }

  private void put(int place, Cell cell) {
    if (cell.compareTo(cells[place]) > 0) {
      cells[place] = cell;
    }
  }

  void mark(Duration at, Cell cell) {
    put(place(at), cell);
  }

  void life(Life life, boolean hangs) {
    for (Segment segment : life.segments()) {
      Cell cell =
          switch (segment.kind()) {
            case WAITED -> Cell.WAITED;
            case WORKED -> Cell.WORKED;
            case RAN -> Cell.RAN;
          };
      int from = place(segment.from());
      // what ends within a character leaves it to what comes next
      int to = Math.max(from + 1, (int) Math.ceil(scale.x(segment.to())));
      for (int i = from; i < Math.min(to, cells.length); i++) {
        put(i, cell);
      }
    }
    if (life.segments().isEmpty()) {
      mark(life.from(), Cell.INSTANT);
    }
    for (Mark mark : life.marks()) {
      mark(mark.at(), mark.kind() == Mark.Kind.FAILURE ? Cell.FAILURE : Cell.RESPAWN);
    }
    if (life.isOpen() && hangs) {
      mark(life.to(), Cell.OPEN);
    }
  }

  /** Shows where time is left out, over bars that reach across it. */
  void cuts() {
    for (TimeScale.Piece piece : scale.pieces()) {
      int middle = (int) ((piece.left() + piece.right()) / 2);
      if (piece.isCut() && middle < cells.length && cells[middle] != Cell.NOTHING) {
        put(middle, Cell.CUT);
      }
    }
  }

  String text(Glyphs glyphs, Look look) {
    StringBuilder text = new StringBuilder();
    int end = cells.length;
    while (end > 0 && cells[end - 1] == Cell.NOTHING) {
      end--;
    }
    for (int i = 0; i < end; ) {
      int from = i;
      StringBuilder same = new StringBuilder();
      while (i < end && cells[i] == cells[from]) {
        same.append(glyphs.of(cells[i++]));
      }
      Part part = PARTS.get(cells[from]);
      text.append(part == null ? same : look.paint(part, same.toString()));
    }
    return text.toString();
  }
}
