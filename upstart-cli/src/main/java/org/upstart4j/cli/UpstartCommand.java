package org.upstart4j.cli;

import org.upstart4j.cli.terminal.Output;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code upstart}: the command under which all others stand. */
public final class UpstartCommand {

  private UpstartCommand() {}

  /**
   * Runs a command and exits.
   *
   * @param arguments the command's name, options and parameters
   */
  public static void main(String... arguments) {
    Main.run(spec(), arguments);
  }

  static CommandLine commandLine() {
    return Main.commandLine(spec(), Output.standard());
  }

  static CommandSpec spec() {
    CommandSpec spec =
        Specs.group("upstart", "Works with the init system Upstart and its job files.")
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print the version and exit.")
                    .build())
            .versionProvider(new Version())
            .addSubcommand("parse", ParseCommand.spec())
            .addSubcommand("check", CheckCommand.spec())
            .addSubcommand("edit", EditCommand.spec())
            .addSubcommand("create", CreateCommand.spec())
            .addSubcommand("serve", ServeCommand.spec())
            .addSubcommand("demo", DemoCommand.spec());
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    return spec;
  }
}
