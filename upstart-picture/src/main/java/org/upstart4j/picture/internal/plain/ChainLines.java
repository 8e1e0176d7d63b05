package org.upstart4j.picture.internal.plain;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.picture.internal.svg.Label;
import org.upstart4j.picture.internal.text.Seconds;
import org.upstart4j.picture.timeline.CriticalPath;
import org.upstart4j.picture.timeline.CriticalPath.Step;
import org.upstart4j.picture.timeline.Look;
import org.upstart4j.picture.timeline.Look.Part;
import org.upstart4j.picture.timeline.Timeline;

/** A critical path as lines of text. */
public final class ChainLines {

  private static final int MOST = 60;

  private ChainLines() {}

  /** The lines; none without a path. */
  public static List<String> of(Timeline timeline, Look look) {
    List<String> lines = new ArrayList<>();
    timeline.criticalPath().ifPresent(path -> add(lines, path, look));
    return lines;
  }

  private static void add(List<String> lines, CriticalPath path, Look look) {
    lines.add(
        look.paint(
            Part.HEAD,
            "Critical path to %s; each line had to wait for the next (@ reached at, + took):"
                .formatted(Label.of(path.goal(), MOST).text())));
    int times =
        path.steps().stream().mapToInt(step -> Seconds.exact(step.at()).length()).max().orElse(0);
    int widest =
        path.steps().stream()
            .mapToInt(step -> Label.of(step.what(), MOST).columns())
            .max()
            .orElse(0);
    for (Step step : path.steps()) {
      String at = Seconds.exact(step.at());
      Label what = Label.of(step.what(), MOST);
      String line =
          "  @"
              + " ".repeat(times - at.length())
              + at
              + "  "
              + what.text()
              + " ".repeat(widest - what.columns())
              + took(step, look)
              + because(step);
      lines.add(line.stripTrailing());
    }
  }

  private static String took(Step step, Look look) {
    String text = "";
    if (!step.waited().isZero()) {
      text += "  " + look.paint(Part.WAITED, "+" + Seconds.exact(step.waited()) + " waited");
    }
    if (!step.worked().isZero()) {
      text += "  " + look.paint(Part.WORKED, "+" + Seconds.exact(step.worked()) + " worked");
    }
    return text;
  }

  private static String because(Step step) {
    if (step.row().isEmpty()) {
      return "";
    }
    return step.because().isEmpty()
        ? "  (cause not known)"
        : "  (" + Label.of(step.because(), MOST).text() + ")";
  }
}
