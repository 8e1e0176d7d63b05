package org.upstart4j.picture.internal.svg;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.timeline.CriticalPath;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Mark;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Segment;

/** Draws what became of an instance. */
final class RowFigure {

  private static final double SIZE = 12;
  private static final double NOTE = 11;
  private static final int NAME_COLUMNS = 27;

  /** Bars and marks that would be nearer to each other are drawn once. */
  private static final double LEAST = 0.5;

  private static final double MARKS = 5;

  private final TimeScale scale;
  private final PlacedRow placed;
  private final Row row;

  RowFigure(TimeScale scale, PlacedRow placed) {
    this.scale = scale;
    this.placed = placed;
    this.row = placed.row();
  }

  void draw(Markup out, Optional<CriticalPath> path) {
    String standing = row.standing().name().toLowerCase(Locale.ROOT);
    out.open(
        "g",
        "class",
        "row " + standing + (placed.isCritical() ? " critical" : ""),
        "data-row",
        row.id(),
        "data-job",
        row.job(),
        "data-instance",
        row.instance(),
        "data-name",
        row.label(),
        "tabindex",
        0,
        "role",
        "button",
        "aria-label",
        RowText.spoken(row));
    out.text("title", RowText.hover(row));
    double width = Sheet.RIGHT + 12;
    out.element(
        "rect",
        "class",
        "stripe",
        "x",
        6,
        "y",
        placed.y(),
        "width",
        width,
        "height",
        placed.height());
    Label name = Label.of(row.label(), NAME_COLUMNS);
    out.text("text", name.text(), "class", "name", "x", Sheet.LEFT - 10, "y", baseline());
    row.lives().forEach(life -> bars(out, life));
    cuts(out);
    path.ifPresent(chosen -> chosen.steps().forEach(step -> track(out, step)));
    row.lives().forEach(life -> marks(out, life));
    note(out);
    out.close().line();
  }

  private double baseline() {
    return placed.middle() + SIZE * 0.35;
  }

  private void bars(Markup out, Life life) {
    double drawn = -1;
    for (Segment segment : life.segments()) {
      double from = scale.x(segment.from());
      double to = scale.x(segment.to());
      if (to - drawn >= LEAST) {
        bar(out, segment, from, Math.max(1, to - from));
        drawn = to;
      }
    }
    double from = scale.x(life.from());
    double to = scale.x(life.to());
    if (to - from < 3) {
      out.open("g");
      out.text("title", RowText.instant(row, life));
      rect(out, "instant", (from + to) / 2 - 1.5, 3).close();
    }
    if (life.isOpen() && row.standing() == Row.Standing.HANGS) {
      openEnd(out, to);
    }
  }

  private void cuts(Markup out) {
    for (TimeScale.Piece piece : scale.pieces()) {
      boolean isAcross =
          piece.isCut()
              && row.lives().stream()
                  .anyMatch(
                      life ->
                          scale.x(life.from()) < piece.right()
                              && scale.x(life.to()) > piece.left());
      if (isAcross) {
        AxisFigure.gap(out, piece, placed.barTop() - 1.5, placed.barBottom() + 1.5);
      }
    }
  }

  private void bar(Markup out, Segment segment, double x, double width) {
    out.open("g", "class", "bar");
    out.text("title", RowText.hover(row, segment));
    rect(out, segment.kind().name().toLowerCase(Locale.ROOT), x, width).close();
  }

  private Markup rect(Markup out, String kind, double x, double width) {
    return out.element(
        "rect",
        "class",
        kind,
        "x",
        x,
        "y",
        placed.barTop(),
        "width",
        width,
        "height",
        PlacedRow.BAR);
  }

  private void openEnd(Markup out, double x) {
    double top = placed.barTop() - 1;
    String down = " l4 3.5 l-4 3.5 l4 3.5 l-4 3.5";
    out.element(
        "path", "class", "open-end", "d", "M" + Markup.number(x) + " " + Markup.number(top) + down);
  }

  /** Where the critical path runs along a bar. */
  private void track(Markup out, CriticalPath.Step step) {
    Optional<Life> life =
        row.lives().stream()
            .filter(one -> step.row().equals(Optional.of(row.id())))
            .filter(one -> one.started().compareTo(step.at()) <= 0)
            .filter(one -> one.to().compareTo(step.at()) >= 0)
            .reduce((first, second) -> second);
    if (life.isPresent()) {
      Duration began = step.at().minus(step.took());
      double from = scale.x(began.compareTo(life.get().from()) < 0 ? life.get().from() : began);
      double y = placed.barBottom() + 1.5;
      String line = "M" + Markup.number(from) + " " + Markup.number(y) + "H";
      out.element("path", "class", "track", "d", line + Markup.number(scale.x(step.at())));
    }
  }

  private void marks(Markup out, Life life) {
    double drawn = -MARKS;
    for (Mark mark : life.marks()) {
      double x = scale.x(mark.at());
      boolean isFailure = mark.kind() == Mark.Kind.FAILURE;
      if (isFailure || x - drawn >= MARKS) {
        out.open("g", "class", "point");
        out.text("title", RowText.hover(row, mark));
        out.element(
            "path",
            "class",
            isFailure ? "failure" : "respawn",
            "d",
            shape(isFailure, x, placed.middle()));
        out.close();
        drawn = x;
      }
    }
  }

  static String shape(boolean isFailure, double x, double y) {
    String at = "M" + Markup.number(x) + " " + Markup.number(y);
    return at + (isFailure ? "m-5 -5l10 10m0 -10l-10 10" : "m-4.5 0l4.5 -5l4.5 5l-4.5 5z");
  }

  /** Below the bars, as near to the end of the last one as there is room. */
  private void note(Markup out) {
    if (row.notes().isEmpty()) {
      return;
    }
    String all = String.join("; ", row.notes());
    if (row.lives().isEmpty()) {
      Label text = Label.of("never started: " + all, columns(Sheet.LEFT));
      note(out, text, Sheet.LEFT, baseline());
      return;
    }
    Label text = Label.of(all, columns(Sheet.LEFT));
    Life last = row.lives().get(row.lives().size() - 1);
    double room = Sheet.RIGHT - text.width(NOTE);
    double x = Math.max(Sheet.LEFT, Math.min(scale.x(last.from()), room));
    note(out, text, x, placed.barBottom() + 13);
  }

  private static void note(Markup out, Label text, double x, double y) {
    out.text("text", text.text(), "class", "note", "x", x, "y", y);
  }

  private static int columns(double x) {
    return (int) ((Sheet.RIGHT - x) / Label.width(1, NOTE));
  }
}
