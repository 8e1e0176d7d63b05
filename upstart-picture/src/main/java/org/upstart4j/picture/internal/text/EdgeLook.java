package org.upstart4j.picture.internal.text;

import java.util.Locale;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.internal.shown.Shown;

/** How an edge looks wherever a graph is written as text. */
final class EdgeLook {

  private EdgeLook() {}

  /** What stands beside it: what happens to a job, and what else must hold. */
  static String label(Edge edge) {
    return switch (edge.kind()) {
      case STARTING, STARTED, STOPPING, STOPPED ->
          Shown.line((edge.kind().name().toLowerCase(Locale.ROOT) + " " + edge.text()).strip());
      case EVENT -> Shown.line(edge.text());
      case CONDITION, EMITS -> "";
    };
  }

  static String colour(Edge edge) {
    return switch (edge.kind()) {
      case STARTING -> "#1976d2";
      case STARTED -> "#2e7d32";
      case STOPPING -> "#b26a00";
      case STOPPED -> "#7b1fa2";
      case EVENT -> "#8d7a43";
      case CONDITION -> "#455a64";
      case EMITS -> "#00838f";
    };
  }
}
