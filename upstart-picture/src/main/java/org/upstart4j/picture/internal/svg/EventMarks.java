package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.picture.internal.scale.TimeScale;
import org.upstart4j.picture.internal.text.Seconds;
import org.upstart4j.picture.timeline.Happening;
import org.upstart4j.picture.timeline.Occurrence;
import org.upstart4j.picture.timeline.Timeline;

/** Marks the events that come from no instance, and where something was not heard. */
final class EventMarks {

  private static final double SIZE = 11;
  private static final double NEAR = 5;
  private static final int COLUMNS = 22;
  private static final int LISTED = 20;

  private EventMarks() {}

  static void draw(Markup out, Timeline timeline, TimeScale scale, double bottom) {
    out.open("g", "class", "events").line();
    double[] free = {0, 0};
    List<List<Occurrence>> groups = together(timeline, scale);
    for (int i = 0; i < groups.size(); i++) {
      List<Occurrence> near = groups.get(i);
      double x = scale.x(near.get(0).at());
      double next = i + 1 < groups.size() ? scale.x(groups.get(i + 1).get(0).at()) - 4 : 1e9;
      String more = near.size() == 1 ? "" : " +" + (near.size() - 1);
      Label name = Label.of(near.get(0).event().name() + more, COLUMNS);
      out.open("g", "class", "event");
      out.text("title", hover(near));
      out.element("path", "class", "mark", "d", triangle(x));
      name(out, name, x, next, free);
      out.close().line();
    }
    timeline.gaps().forEach(gap -> gap(out, gap, scale, bottom));
    out.close().line();
  }

  /** At the right of its mark, or else at the left, where there is room. */
  private static void name(Markup out, Label name, double x, double next, double[] free) {
    double width = name.width(SIZE);
    double left = x + 6 + width > Sheet.WIDTH - 4 ? x - 6 - width : x + 6;
    boolean isInTheWay = left + width > next;
    for (int lane = isInTheWay ? 1 : 0; lane < free.length; lane++) {
      if (free[lane] <= left) {
        out.text("text", name.text(), "x", left, "y", Sheet.EVENTS + 3 + lane * 12);
        free[lane] = Math.max(x, left + width) + 8;
        return;
      }
    }
  }

  private static List<List<Occurrence>> together(Timeline timeline, TimeScale scale) {
    Map<Long, List<Occurrence>> groups = new LinkedHashMap<>();
    timeline.events().stream()
        .filter(event -> event.by().isEmpty())
        .forEach(
            event ->
                groups
                    .computeIfAbsent(
                        Math.round(scale.x(event.at()) / NEAR), key -> new ArrayList<>())
                    .add(event));
    return List.copyOf(groups.values());
  }

  private static String triangle(double x) {
    return "M" + Markup.number(x) + " " + Markup.number(Sheet.EVENTS + 5) + "l-4 -9h8z";
  }

  private static String hover(List<Occurrence> events) {
    List<String> lines = new ArrayList<>();
    for (Occurrence event : events.subList(0, Math.min(LISTED, events.size()))) {
      lines.add(
          (event.isExact() ? "" : "at the latest ")
              + Seconds.exact(event.at())
              + " "
              + event.event()
              + (event.isFromOutside() ? ", from outside" : "")
              + event.finished().map(at -> ", finished at " + Seconds.exact(at)).orElse(""));
    }
    if (events.size() > LISTED) {
      lines.add("and " + (events.size() - LISTED) + " more");
    }
    return String.join("\n", lines);
  }

  private static void gap(Markup out, Happening.Gap gap, TimeScale scale, double bottom) {
    double x = scale.x(gap.at());
    out.open("g", "class", "gap");
    out.text("title", Seconds.exact(gap.at()) + " not heard: " + gap.reason());
    String line = "M" + Markup.number(x) + " " + Markup.number(Sheet.EVENTS - 10);
    out.element("path", "class", "mark", "d", line + "V" + Markup.number(bottom));
    out.close().line();
  }
}
