package org.upstart4j.analysis.internal.shell;

import java.util.List;

/**
 * An assignment before a command, or alone.
 *
 * @param name the variable, without a subscript
 * @param operator {@code =}, or bash's {@code +=}
 * @param subscript bash's subscript, or nothing
 * @param value the value
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Assignment(
    String name, String operator, String subscript, ShellWord value, int start, int end)
    implements Node {

  @Override
  public List<ShellWord> children() {
    return List.of(value);
  }
}
