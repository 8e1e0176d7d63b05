package org.upstart4j.picture;

/** A graph is larger than Mermaid draws. */
public final class MermaidLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How many edges the graph has. */
  private final int edges;

  /** How many characters the flowchart would have. */
  private final int characters;

  MermaidLimitException(int edges, int characters) {
    super(
        "Mermaid draws at most %d edges and %d characters, and this graph has %d and %d"
            .formatted(Mermaid.MOST_EDGES, Mermaid.MOST_CHARACTERS, edges, characters));
    this.edges = edges;
    this.characters = characters;
  }

  /** {@return how many edges the graph has} */
  public int edges() {
    return edges;
  }

  /** {@return how many characters the flowchart would have: units of UTF-16} */
  public int characters() {
    return characters;
  }
}
