package org.upstart4j.picture;

import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.internal.text.MermaidText;

/**
 * Pictures in the language of Mermaid, which code hosts draw within documents.
 *
 * <pre>{@code
 * String text = "```mermaid\n" + Mermaid.of(graph.around("web", 1)) + "```\n";
 * }</pre>
 */
public final class Mermaid {

  /** The most edges that Mermaid draws, unless its page says otherwise. */
  public static final int MOST_EDGES = 500;

  /** The most characters that Mermaid reads, unless its page says otherwise: units of UTF-16. */
  public static final int MOST_CHARACTERS = 50_000;

  private Mermaid() {}

  /**
   * Writes a graph as a flowchart. Jobs are boxes, events have round ends, joints are circles; what
   * a job emits is dotted. Where more than eight conditions wait for such an event, one node stands
   * for what jobs emit, and no line leads from there to each of the conditions.
   *
   * @param graph the graph
   * @return the flowchart; the same one each time for the same graph
   * @throws MermaidLimitException if Mermaid would draw an error instead, as there is too much
   */
  public static String of(JobGraph graph) {
    MermaidText flowchart = MermaidText.of(graph);
    int characters = flowchart.text().length();
    if (flowchart.edges() > MOST_EDGES || characters > MOST_CHARACTERS) {
      throw new MermaidLimitException(flowchart.edges(), characters);
    }
    return flowchart.text();
  }
}
