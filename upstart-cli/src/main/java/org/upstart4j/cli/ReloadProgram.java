package org.upstart4j.cli;

import org.upstart4j.cli.live.ReloadCommand;

/** {@code upstart-reload}. */
public final class ReloadProgram {

  private ReloadProgram() {}

  /**
   * Runs the command and exits.
   *
   * @param arguments options
   */
  public static void main(String... arguments) {
    UpstartCommand.run(ReloadCommand.PROGRAM, arguments);
  }
}
