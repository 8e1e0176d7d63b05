package org.upstart4j.analysis.internal.shell;

import java.util.List;

/**
 * Pipelines joined by {@code &&} and {@code ||}.
 *
 * @param pipelines at least one
 * @param background whether {@code &} ends it
 * @param start the offset of its first character
 * @param end the offset after its last character, without what ends it
 */
public record Statement(List<Pipeline> pipelines, boolean background, int start, int end)
    implements Node {

  public Statement {
    pipelines = List.copyOf(pipelines);
  }

  @Override
  public List<Pipeline> children() {
    return pipelines;
  }
}
