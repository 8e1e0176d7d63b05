package org.upstart4j.cli;

import java.util.Optional;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.HelpText;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.ProgramName;

/** {@code help}: the list of commands; {@code upstart help} also explains one. */
final class HelpCommand {

  private HelpCommand() {}

  /** What the command takes. */
  static CommandForm form(ProgramName program) {
    CommandForm form = CommandForm.of(HelpCommand::run);
    return program.beyond() ? form.taking(Parameter.optional("COMMAND", "")) : form;
  }

  private static int run(Invocation call) {
    ProgramName program = call.program();
    HelpText help = HelpText.of(program, call.out(), call.console().paint());
    Optional<String> wanted = call.arguments().word(0);
    if (wanted.isEmpty() || program.isInitctl()) {
      help.list(CommandTable.commands());
      return 0;
    }
    CliCommand command = CliCommand.find(CommandTable.commands(), wanted.get());
    help.command(program.text() + " " + command.name(), command, command.form(program));
    return 0;
  }
}
