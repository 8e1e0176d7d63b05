package org.upstart4j.analysis.internal.shell;

import java.util.List;

/**
 * Statements one after the other: a whole script, or what stands between two words of a command.
 *
 * @param statements the statements
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Block(List<Statement> statements, int start, int end) implements Node {

  public Block {
    statements = List.copyOf(statements);
  }

  @Override
  public List<Statement> children() {
    return statements;
  }
}
