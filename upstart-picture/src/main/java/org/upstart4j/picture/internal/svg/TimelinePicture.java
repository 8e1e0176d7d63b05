package org.upstart4j.picture.internal.svg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.picture.internal.scale.Excerpt;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.timeline.CriticalPath;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Timeline;

/** Draws a timeline: names at the left, time to the right. */
final class TimelinePicture {

  private static final double TOP = 84;
  private static final double CUT = 30;

  private final Timeline timeline;
  private final Optional<CriticalPath> path;
  private final TimeScale scale;
  private final Excerpt shown;
  private final Map<String, PlacedRow> rows = new LinkedHashMap<>();
  private final double bottom;

  TimelinePicture(Timeline timeline) {
    this.timeline = timeline;
    this.path = timeline.criticalPath();
    this.scale = new TimeScale(timeline, Sheet.LEFT, Sheet.RIGHT, CUT);
    this.shown = Excerpt.of(timeline);
    this.bottom = place();
  }

  private double place() {
    double y = TOP;
    for (Row row : shown.rows()) {
      boolean isCritical = path.isPresent() && path.get().leadsThrough(row.id());
      PlacedRow placed = new PlacedRow(row, y, isCritical);
      rows.put(row.id(), placed);
      y += placed.height();
    }
    return y;
  }

  String svg(String style) {
    double height = bottom + (shown.leftOut() > 0 ? 22 : 0) + 44;
    Markup out = new Markup();
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "timeline",
        "viewBox",
        "0 0 " + Markup.number(Sheet.WIDTH) + " " + Markup.number(height),
        "width",
        Sheet.WIDTH,
        "height",
        height,
        "role",
        "img",
        "aria-label",
        "Timeline: " + Excerpt.summary(timeline));
    out.line().raw(style);
    hatch(out);
    out.element("rect", "class", "paper", "x", 0, "y", 0, "width", Sheet.WIDTH, "height", height)
        .line();
    out.text("text", Excerpt.summary(timeline), "class", "head", "x", 12, "y", 22).line();
    AxisFigure axis = new AxisFigure(scale, bottom);
    axis.grid(out);
    axis.cuts(out);
    rows(out);
    new CauseFigures(scale, rows).draw(out, path);
    EventMarks.draw(out, timeline, scale, bottom);
    TimelineLegend.draw(out, bottom + (shown.leftOut() > 0 ? 22 : 0) + 14);
    return out.close().line().toString();
  }

  private void rows(Markup out) {
    out.open("g", "class", "rows").line();
    for (PlacedRow row : rows.values()) {
      new RowFigure(scale, row).draw(out, path);
    }
    out.close().line();
    if (shown.leftOut() > 0) {
      out.text(
              "text",
              shown.leftOut() + " more are not drawn; --job GLOB chooses",
              "class",
              "left-out",
              "x",
              Sheet.LEFT,
              "y",
              bottom + 16)
          .line();
    }
  }

  private static void hatch(Markup out) {
    out.open("defs");
    out.open(
        "pattern",
        "id",
        "timeline-hatch",
        "width",
        6,
        "height",
        6,
        "patternUnits",
        "userSpaceOnUse");
    out.element("rect", "class", "hatch", "width", 6, "height", 6);
    out.element("path", "class", "hatch-line", "d", "M-1 1L1 -1M0 6L6 0M5 7L7 5");
    out.close().close().line();
  }
}
