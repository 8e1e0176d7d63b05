package org.upstart4j.picture.internal.svg;

import java.time.Duration;
import org.upstart4j.picture.internal.scale.Ticks;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.internal.text.Seconds;

/** Draws the axis of time. */
final class AxisFigure {

  private static final double LABELS = 42;
  private static final double TOP = 46;

  /** How far the times are apart at least. */
  private static final double APART = 70;

  /** The width of what is torn out, and the height of a tooth at its edges. */
  private static final double GAP = 12;

  private static final double TOOTH = 5;

  private final TimeScale scale;
  private final double bottom;

  AxisFigure(TimeScale scale, double bottom) {
    this.scale = scale;
    this.bottom = bottom;
  }

  /** The lines at certain times, and the times. */
  void grid(Markup out) {
    out.open("g", "class", "axis").line();
    for (TimeScale.Piece piece : scale.pieces()) {
      for (long tick : Ticks.of(piece, APART)) {
        double x = piece.x((double) tick);
        String text = Ticks.text(tick);
        double width = Label.width(text.length(), 11);
        double left = Math.min(x - width / 2, Sheet.WIDTH - 4 - width);
        out.open("g", "class", "tick");
        out.element("line", "x1", x, "y1", TOP, "x2", x, "y2", bottom);
        out.text("text", text, "x", left, "y", LABELS).close().line();
      }
    }
    out.close().line();
  }

  /** The times that were cut. */
  void cuts(Markup out) {
    for (TimeScale.Piece piece : scale.pieces()) {
      if (piece.isCut()) {
        String length = Seconds.brief(Duration.ofMillis(piece.to() - piece.from()));
        double middle = (piece.left() + piece.right()) / 2;
        out.open("g", "class", "cut");
        out.text("title", length + " in which nothing new happens are left out");
        gap(out, piece, TOP, bottom);
        out.text("text", length, "x", middle, "y", bottom + 12).close().line();
      }
    }
  }

  /** Tears what is drawn across a time that was cut. */
  static void gap(Markup out, TimeScale.Piece piece, double top, double bottom) {
    double width = Math.min(GAP, piece.right() - piece.left());
    double left = (piece.left() + piece.right() - width) / 2;
    int teeth = (int) Math.round((bottom - top) / TOOTH);
    String down = "l2 2.5l-2 2.5".repeat(teeth);
    String up = "l2 -2.5l-2 -2.5".repeat(teeth);
    double end = top + teeth * TOOTH;
    String shape = point("M", left, top) + down + point("L", left + width, end) + up + "z";
    out.element("path", "class", "band", "d", shape);
    String edges = point("M", left, top) + down + point("M", left + width, top) + down;
    out.element("path", "class", "edge", "d", edges);
  }

  private static String point(String command, double x, double y) {
    return command + Markup.number(x) + " " + Markup.number(y);
  }
}
