package org.upstart4j.analysis.internal.shell;

import java.util.List;

/**
 * A condition of {@code if} or {@code elif}, and what runs if it holds.
 *
 * @param condition the condition
 * @param body what runs
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Branch(Block condition, Block body, int start, int end) implements Node {

  @Override
  public List<Block> children() {
    return List.of(condition, body);
  }
}
