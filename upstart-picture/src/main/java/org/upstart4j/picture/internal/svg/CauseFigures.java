package org.upstart4j.picture.internal.svg;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.timeline.Cause;
import org.upstart4j.picture.timeline.CriticalPath;
import org.upstart4j.picture.timeline.CriticalPath.Step;
import org.upstart4j.picture.timeline.Life;
import org.upstart4j.picture.timeline.Occurrence;

/** Draws arrows from causes to effects. */
final class CauseFigures {

  private final TimeScale scale;
  private final Map<String, PlacedRow> rows;
  private final Set<String> drawn = new HashSet<>();

  CauseFigures(TimeScale scale, Map<String, PlacedRow> rows) {
    this.scale = scale;
    this.rows = rows;
  }

  void draw(Markup out, Optional<CriticalPath> path) {
    out.open("g", "class", "causes").line();
    path.ifPresent(it -> drawn.addAll(pairs(it.steps())));
    for (PlacedRow to : rows.values()) {
      for (Life life : to.row().lives()) {
        last(life.startedBy()).ifPresent(cause -> arrow(out, cause, to, life.started(), ""));
        last(life.stoppedBy()).ifPresent(cause -> arrow(out, cause, to, cause.at(), " stop"));
      }
    }
    path.ifPresent(it -> critical(out, it.steps()));
    out.close().line();
  }

  private static Optional<Occurrence> last(List<Cause> causes) {
    return causes.stream().filter(Cause::isLast).map(Cause::event).findFirst();
  }

  private static Set<String> pairs(List<Step> steps) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < steps.size(); i++) {
      pairs.add(
          pair(steps.get(i + 1).row().orElse(""), steps.get(i).row().orElse(""))
              + steps.get(i + 1).at());
    }
    return pairs;
  }

  private static String pair(String from, String to) {
    return from + ">" + to + ">";
  }

  /** What comes from another row; a row is its own cause in its title only. */
  private void arrow(Markup out, Occurrence cause, PlacedRow to, Duration at, String kind) {
    @Nullable PlacedRow from = rows.get(cause.by().orElse(""));
    if (from != null
        && !from.equals(to)
        && drawn.add(pair(from.row().id(), to.row().id()) + cause.at())) {
      String title = cause.event() + " \u2192 " + to.row().label();
      draw(out, kind, title, from, to, scale.x(cause.at()), scale.x(at));
    }
  }

  private void critical(Markup out, List<Step> steps) {
    for (int i = 0; i + 1 < steps.size(); i++) {
      Step effect = steps.get(i);
      Step cause = steps.get(i + 1);
      @Nullable PlacedRow to = rows.get(effect.row().orElse(""));
      if (to == null || cause.row().equals(effect.row())) {
        continue;
      }
      @Nullable PlacedRow from = rows.get(cause.row().orElse(""));
      double x = scale.x(cause.at());
      String title = cause.what() + " \u2192 " + effect.what();
      draw(out, from == null ? " critical outside" : " critical", title, from, to, x, x);
    }
  }

  private static void draw(
      Markup out,
      String kind,
      String title,
      @Nullable PlacedRow from,
      PlacedRow to,
      double x1,
      double x2) {
    out.open(
        "g",
        "class",
        "cause" + kind,
        "data-from",
        from == null ? "" : from.row().id(),
        "data-to",
        to.row().id());
    out.text("title", title);
    double start = from == null ? Sheet.EVENTS + 6 : from.middle();
    boolean isDown = start < to.middle();
    String begin = "M" + Markup.number(x1) + " " + Markup.number(start);
    if (x2 - x1 > 8) {
      line(out, begin + "V" + Markup.number(to.middle()) + "H" + Markup.number(x2 - 5));
      tip(out, x2, to.middle(), "l-6 -3.5v7z");
    } else {
      double end = isDown ? to.barTop() : to.barBottom();
      line(out, begin + "V" + Markup.number(isDown ? end - 4 : end + 4));
      tip(out, x1, end, isDown ? "l-3.5 -6h7z" : "l-3.5 6h7z");
    }
    out.close().line();
  }

  private static void line(Markup out, String path) {
    out.element("path", "class", "line", "d", path);
  }

  private static void tip(Markup out, double x, double y, String shape) {
    String at = "M" + Markup.number(x) + " " + Markup.number(y);
    out.element("path", "class", "tip", "d", at + shape);
  }
}
