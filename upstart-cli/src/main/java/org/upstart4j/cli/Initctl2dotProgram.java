package org.upstart4j.cli;

import org.upstart4j.cli.initctl2dot.Initctl2dotCommand;

/** {@code initctl2dot}, under the name of Upstart's own program. */
public final class Initctl2dotProgram {

  private Initctl2dotProgram() {}

  /**
   * Runs the command and exits.
   *
   * @param arguments options
   */
  public static void main(String... arguments) {
    UpstartCommand.run(Initctl2dotCommand.PROGRAM, arguments);
  }
}
