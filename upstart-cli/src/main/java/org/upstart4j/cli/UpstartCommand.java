package org.upstart4j.cli;

import java.util.List;
import java.util.Map;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.Program;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.cli.terminal.ProgramEnd;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.cli.terminal.Terminal;

/** {@code upstart}: the program of all commands, also under the names of initctl and its links. */
public final class UpstartCommand {

  private static final String PROGRAM = "upstart.program";

  private UpstartCommand() {}

  /**
   * Runs a command and exits.
   *
   * @param arguments the command's name, options and parameters
   */
  public static void main(String... arguments) {
    ProgramName name = ProgramName.of(System.getProperty(PROGRAM, ProgramName.UPSTART.text()));
    // scripts compare what initctl complains of to the letter
    if (!name.isInitctl() || Terminal.isErrors()) {
      StandardOutput.guardErrors();
    }
    ProgramEnd.exit(run(name, CommandTable.commands(), StandardOutput.create(), arguments));
  }

  /** Runs a program that is a single command, and exits. */
  static void run(CliCommand command, String... arguments) {
    StandardOutput.guardErrors();
    ProgramName name = ProgramName.of(command.name());
    ProgramEnd.exit(run(name, List.of(command), StandardOutput.create(), arguments));
  }

  /** Runs a command as the program of that name does; returns the exit status. */
  static int run(
      ProgramName name, List<CliCommand> commands, StandardOutput out, String... arguments) {
    return run(name, commands, System.getenv(), out, arguments);
  }

  /** The same with other variables than this program's. */
  static int run(
      ProgramName name,
      List<CliCommand> commands,
      Map<String, String> variables,
      StandardOutput out,
      String... arguments) {
    Program program = new Program(name, commands, variables, out, StandardOutput.errors());
    return out.finish(name.text(), program.run(List.of(arguments)), program.err());
  }
}
