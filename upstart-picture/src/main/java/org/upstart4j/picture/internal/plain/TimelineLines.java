package org.upstart4j.picture.internal.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.picture.internal.scale.Excerpt;
import org.upstart4j.picture.internal.scale.Ticks;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.internal.svg.Label;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.Look;
import org.upstart4j.picture.timeline.Look.Part;
import org.upstart4j.picture.timeline.Occurrence;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Row.Standing;
import org.upstart4j.picture.timeline.Timeline;

/** A timeline as lines of text. */
public final class TimelineLines {

  private static final int MOST_NAME = 28;
  private static final int APART = 12;
  private static final int CUT = 7;
  private static final int NOTE_LINES = 4;

  private final Timeline timeline;
  private final Excerpt shown;
  private final Glyphs glyphs;
  private final Look look;
  private final int names;
  private final int bars;
  private final TimeScale scale;
  private final List<String> lines = new ArrayList<>();

  /** Makes the lines of a timeline, of a width in characters. */
  public TimelineLines(Timeline timeline, int columns, boolean isAscii, Look look) {
    this.timeline = timeline;
    this.shown = Excerpt.of(timeline);
    this.glyphs = isAscii ? Glyphs.ASCII : Glyphs.BLOCKS;
    this.look = look;
    int most = Math.min(MOST_NAME, columns / 3);
    this.names =
        shown.rows().stream()
            .mapToInt(row -> Label.of(row.label(), most).columns())
            .max()
            .orElse(0);
    this.bars = columns - names - 2;
    this.scale = new TimeScale(timeline, 0, bars, CUT);
  }

  /** The lines. */
  public List<String> lines() {
    lines.add(look.paint(Part.HEAD, Excerpt.summary(timeline)));
    if (!shown.rows().isEmpty()) {
      lines.add(look.paint(Part.FAINT, axis()));
      outside();
      shown.rows().forEach(this::row);
      legend();
    }
    if (shown.leftOut() > 0) {
      lines.add(look.paint(Part.FAINT, shown.leftOut() + " more are not shown"));
    }
    for (Happening.Gap gap : timeline.gaps()) {
      lines.add(look.paint(Part.DOUBTFUL, "Not heard: " + Label.of(gap.reason(), bars).text()));
    }
    return lines;
  }

  private String axis() {
    StringBuilder axis = new StringBuilder(" ".repeat(names + 2 + bars));
    for (TimeScale.Piece piece : scale.pieces()) {
      for (long tick : Ticks.of(piece, APART)) {
        write(axis, names + 2 + (int) piece.x((double) tick), Ticks.text(tick));
      }
      if (piece.isCut()) {
        write(axis, names + 2 + (int) piece.left(), "~" + Ticks.text(piece.to() - piece.from()));
      }
    }
    return axis.toString().stripTrailing();
  }

  /** Writes where there is room. */
  private static void write(StringBuilder line, int place, String text) {
    int left = Math.min(place, line.length() - text.length());
    int before = Math.max(0, left - 1);
    int after = Math.min(line.length(), left + text.length() + 1);
    if (left >= 0 && line.substring(before, after).isBlank()) {
      line.replace(left, left + text.length(), text);
    }
  }

  private void outside() {
    List<Occurrence> events =
        timeline.events().stream().filter(event -> event.by().isEmpty()).toList();
    if (events.isEmpty()) {
      return;
    }
    Strip strip = new Strip(scale, bars);
    StringBuilder texts = new StringBuilder(" ".repeat(bars));
    for (Occurrence event : events) {
      strip.mark(event.at(), Cell.EVENT);
      write(texts, (int) scale.x(event.at()), Label.of(event.event().name(), 24).text());
    }
    String indent = " ".repeat(names + 2);
    lines.add(indent + look.paint(Part.EVENT, texts.toString().stripTrailing()));
    lines.add(indent + strip.text(glyphs, look));
  }

  private void row(Row row) {
    Label name = Label.of(row.label(), names);
    String text = name.text() + " ".repeat(names - name.columns() + 2);
    Optional<Part> part = part(row.standing());
    String painted = part.isPresent() ? look.paint(part.get(), text) : text;
    if (row.lives().isEmpty()) {
      notes(row, painted, " ".repeat(names + 2), Part.FAINT, "never started: ");
      return;
    }
    Strip strip = new Strip(scale, bars);
    row.lives().forEach(life -> strip.life(life, row.standing() == Standing.HANGS));
    strip.cuts();
    lines.add(painted + strip.text(glyphs, look));
    String indent = " ".repeat(names + 2);
    notes(row, indent, indent, part.orElse(Part.FAINT), "");
  }

  private void notes(Row row, String first, String others, Part part, String before) {
    String indent = first;
    for (String note : row.notes()) {
      for (Label line : Label.wrap(before + note, bars, NOTE_LINES)) {
        lines.add(indent + look.paint(part, line.text()));
        indent = others;
      }
    }
    if (row.notes().isEmpty() && row.lives().isEmpty()) {
      lines.add(first + look.paint(part, before.strip().replace(":", "")));
    }
  }

  private static Optional<Part> part(Standing standing) {
    return switch (standing) {
      case FAILED -> Optional.of(Part.BAD);
      case HANGS -> Optional.of(Part.DOUBTFUL);
      case NEVER -> Optional.of(Part.FAINT);
      case RUNS, ENDED -> Optional.empty();
    };
  }

  private void legend() {
    lines.add("");
    lines.add(
        look.paint(
            Part.FAINT,
            "%s waits for others  %s works  %s runs  %s failed  %s respawned  %s is on its way"
                .formatted(
                    glyphs.of(Cell.WAITED).repeat(2),
                    glyphs.of(Cell.WORKED).repeat(2),
                    glyphs.of(Cell.RAN).repeat(2),
                    glyphs.of(Cell.FAILURE),
                    glyphs.of(Cell.RESPAWN),
                    glyphs.of(Cell.OPEN))));
  }
}
