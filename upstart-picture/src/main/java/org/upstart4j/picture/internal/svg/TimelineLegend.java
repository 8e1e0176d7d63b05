package org.upstart4j.picture.internal.svg;

/** Says what the bars, marks and lines of a timeline mean. */
final class TimelineLegend {

  private static final double SIZE = 11;
  private static final double SAMPLE = 26;

  private final Markup out;
  private final double y;
  private double x = 12;

  private TimelineLegend(Markup out, double y) {
    this.out = out;
    this.y = y;
  }

  static void draw(Markup out, double y) {
    TimelineLegend legend = new TimelineLegend(out, y);
    out.open("g", "class", "legend").line();
    legend.bar("waited", "waits for others");
    legend.bar("worked", "works: a process prepares or cleans up");
    legend.bar("ran", "runs");
    legend.shape("failure", RowFigure.shape(true, legend.x + SAMPLE / 2, y + 6), "failed");
    legend.shape("respawn", RowFigure.shape(false, legend.x + SAMPLE / 2, y + 6), "respawned");
    legend.shape("open-end", legend.path("m10 -1l4 3.5l-4 3.5l4 3.5l-4 3.5"), "is on its way");
    legend.within("event", "mark", legend.path("m13 11l-4 -9h8z"), "event");
    legend.within("cause", "line", legend.path("m2 6h22"), "cause");
    legend.within("cause critical", "line", legend.path("m2 6h22"), "critical path");
    out.close().line();
  }

  private String path(String shape) {
    return "M" + Markup.number(x) + " " + Markup.number(y) + shape;
  }

  private void bar(String kind, String meaning) {
    out.element("rect", "class", kind, "x", x, "y", y, "width", SAMPLE, "height", PlacedRow.BAR);
    meaning(meaning);
  }

  private void shape(String kind, String path, String meaning) {
    out.element("path", "class", kind, "d", path);
    meaning(meaning);
  }

  private void within(String group, String kind, String path, String meaning) {
    out.open("g", "class", group);
    out.element("path", "class", kind, "d", path).close();
    meaning(meaning);
  }

  private void meaning(String text) {
    out.text("text", text, "class", "meaning", "x", x + SAMPLE + 6, "y", y + 10).line();
    x += SAMPLE + 6 + Label.width(text.length(), SIZE) + 16;
  }
}
