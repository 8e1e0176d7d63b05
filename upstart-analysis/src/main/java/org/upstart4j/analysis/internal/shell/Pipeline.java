package org.upstart4j.analysis.internal.shell;

import java.util.List;

/**
 * Commands joined by {@code |}; mostly one alone.
 *
 * @param join how it follows the pipeline before it
 * @param negated whether {@code !} stands before it
 * @param commands at least one
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Pipeline(Join join, boolean negated, List<ShellCommand> commands, int start, int end)
    implements Node {

  /** How a pipeline follows the one before it. */
  public enum Join {
    /** It is the first of its statement. */
    FIRST,
    /** After {@code &&}. */
    AND,
    /** After {@code ||}. */
    OR
  }

  public Pipeline {
    commands = List.copyOf(commands);
  }

  /** {@return the last command, whose status is that of the pipeline} */
  public ShellCommand last() {
    return commands.get(commands.size() - 1);
  }

  @Override
  public List<ShellCommand> children() {
    return commands;
  }
}
