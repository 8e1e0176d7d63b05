package org.upstart4j.cli;

import org.upstart4j.cli.command.CliCommand;

/**
 * {@code upstart-create}: {@code upstart create} under the name of the Python package's program.
 */
public final class CreateProgram {

  private CreateProgram() {}

  /**
   * Runs the command and exits.
   *
   * @param arguments options, the job's name and its command
   */
  public static void main(String... arguments) {
    UpstartCommand.run(command(), arguments);
  }

  /** What the program does. */
  static CliCommand command() {
    return CommandTable.CREATE.command().named("upstart-create");
  }
}
