package org.upstart4j.picture.internal.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.upstart4j.picture.graph.Groups;
import org.upstart4j.picture.graph.JobGraph;

/** Graphs as SVG. */
public final class GraphSvg {

  private static final String STYLE = read("graph.css");

  private GraphSvg() {}

  /** A whole file, with its own colours. */
  public static String standalone(JobGraph graph) {
    return GraphPicture.of(graph, Set.of()).svg("<style>\n" + STYLE + "</style>\n");
  }

  /** An element for a page that has {@link #style}. */
  public static String embedded(JobGraph graph) {
    return GraphPicture.of(graph, Set.of()).svg("");
  }

  /** One group of a large graph; jobs of other groups are faint. */
  public static String embedded(Groups.Group group) {
    return GraphPicture.of(group.graph(), group.outside()).svg("");
  }

  /** The groups of a large graph, for a page that has {@link #style}. */
  public static String embedded(Groups groups) {
    return OverviewPicture.of(groups).svg();
  }

  /** The rules of CSS that graphs need. */
  public static String style() {
    return STYLE;
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(GraphSvg.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
