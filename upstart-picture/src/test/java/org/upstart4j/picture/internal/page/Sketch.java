package org.upstart4j.picture.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.Node;
import org.upstart4j.picture.graph.SourceLine;

/** A graph, and how it could be drawn, for tests of the page around it. */
final class Sketch {

  private Sketch() {}

  static JobNode job(String name, Finding... findings) {
    SourceLine line = new SourceLine(name + ".conf", 3, "start on something");
    return new JobNode("job:" + name, name, true, List.of(), List.of(findings), List.of(line));
  }

  static EventNode event(String text) {
    return new EventNode("event:" + text, text, false, false, Optional.empty());
  }

  static Edge started(String from, String to) {
    SourceLine line = new SourceLine(to + ".conf", 3, "start on started " + from);
    return new Edge("job:" + from, "job:" + to, Edge.Kind.STARTED, false, "", Optional.of(line));
  }

  static String svg(JobGraph graph) {
    StringBuilder svg = new StringBuilder();
    List<String> ids = new ArrayList<>();
    for (Node node : graph.nodes()) {
      int y = 30 * ids.size();
      ids.add(node.id());
      String kind = node.getClass().getSimpleName().replace("Node", "").toLowerCase(Locale.ROOT);
      String name = node instanceof JobNode job ? job.job() : node.id();
      svg.append(
          """
          <g class="node %1$s" data-id="%2$s" data-name="%3$s" tabindex="0" role="button" aria-label="%3$s">\
          <title>%3$s
          %3$s.conf:3: start on something</title>\
          <rect x="10" y="%4$d" width="200" height="20" fill="none" stroke="currentColor"/><text x="14" y="%5$d" fill="currentColor">%3$s</text></g>
          """
              .formatted(kind, Html.escape(node.id()), Html.escape(name), y, y + 14));
    }
    for (Edge edge : graph.edges()) {
      svg.append(
          """
          <g class="edge %s" data-from="%s" data-to="%s"><title>%s</title>\
          <path fill="none" stroke="currentColor" d="M210 %d Q300 %d 210 %d"/></g>
          """
              .formatted(
                  edge.kind().name().toLowerCase(Locale.ROOT),
                  Html.escape(edge.from()),
                  Html.escape(edge.to()),
                  Html.escape(edge.source().map(SourceLine::text).orElse("")),
                  30 * ids.indexOf(edge.from()) + 10,
                  15 * (ids.indexOf(edge.from()) + ids.indexOf(edge.to())),
                  30 * ids.indexOf(edge.to()) + 10));
    }
    int height = 30 * ids.size() + 10;
    return "<svg class=\"graph\" viewBox=\"0 0 400 %1$d\" width=\"400\" height=\"%1$d\" role=\"img\" aria-label=\"Graph\">%2$s</svg>"
        .formatted(height, svg);
  }
}
