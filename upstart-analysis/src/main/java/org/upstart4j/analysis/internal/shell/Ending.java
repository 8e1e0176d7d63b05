package org.upstart4j.analysis.internal.shell;

/**
 * A command with which a script may end.
 *
 * @param statement the statement that it ends
 * @param pipeline the pipeline of that statement
 * @param command its last command, without redirections around it; a loop stands for itself
 */
public record Ending(Statement statement, Pipeline pipeline, ShellCommand command) {

  /** {@return whether several commands run in a pipeline} */
  public boolean piped() {
    return pipeline.commands().size() > 1;
  }

  /** {@return whether it runs in the background when the script ends} */
  public boolean background() {
    return statement.background();
  }
}
