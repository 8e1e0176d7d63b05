package org.upstart4j.picture.internal.page;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.internal.svg.GraphSvg;
import org.upstart4j.picture.internal.svg.TimelineSvg;
import org.upstart4j.picture.timeline.Timeline;

/** The text of a page. */
public final class PageText {

  private static final String SCRIPT =
      Resources.read(
          "dom.js",
          "model.js",
          "tip.js",
          "stage.js",
          "panel.js",
          "pictures.js",
          "focus.js",
          "search.js",
          "theme.js",
          "main.js");
  private static final String STYLE = Resources.read("page.css");

  private PageText() {}

  /**
   * Makes a page.
   *
   * @param title what it is about
   * @param notes what else is to be said, such as how it was made
   * @param graph a graph
   * @param timeline a timeline
   */
  public static String of(
      String title, List<String> notes, Optional<JobGraph> graph, Optional<Timeline> timeline) {
    return of(title, notes, Drawn.of(graph, timeline));
  }

  /** Makes a page of what is drawn already. */
  static String of(String title, List<String> notes, Drawn drawn) {
    String style = String.join("\n", GraphSvg.style(), TimelineSvg.style(), STYLE);
    return Resources.fill(
        "page.html",
        Map.of(
            "title", Html.escape(title),
            "policy", ContentPolicy.of(style, SCRIPT),
            "style", style,
            "script", SCRIPT,
            "counts", Counts.of(drawn),
            "pictures", pictures(drawn),
            "findings", FindingList.of(drawn.graph()),
            "views", drawn.groups().stream().map(View::toHtml).collect(Collectors.joining()),
            "notes", notes(notes),
            "data", json(drawn.toJson())));
  }

  private static String pictures(Drawn drawn) {
    return drawn.graphSvg().map(svg -> picture("graph", "Graph", svg)).orElse("")
        + drawn.timelineSvg().map(svg -> picture("timeline", "Timeline", svg)).orElse("");
  }

  private static String picture(String kind, String heading, String svg) {
    return Resources.fill("picture.html", Map.of("kind", kind, "heading", heading, "svg", svg));
  }

  private static String notes(List<String> notes) {
    return notes.stream()
        .map(note -> "<p class=\"notes\">" + Html.escape(note) + "</p>\n")
        .collect(Collectors.joining());
  }

  /** Gson escapes {@code <} and the like, so that nothing ends the element. */
  private static String json(JsonObject data) {
    return new Gson().toJson(data);
  }
}
