package org.upstart4j.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.cli.initctl.Initctl;
import org.upstart4j.cli.live.EnsureCommand;
import org.upstart4j.cli.live.MonitorCommand;
import org.upstart4j.cli.live.WaitCommand;
import org.upstart4j.cli.log.LogCommand;
import org.upstart4j.cli.override.SwitchCommand;
import org.upstart4j.cli.shell.CompletionCommand;
import org.upstart4j.cli.shell.ManCommand;
import org.upstart4j.cli.terminal.Output;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.cli.tree.TreeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code upstart}: the command under which all others stand. */
public final class UpstartCommand {

  private static final String PROGRAM = "upstart.program";

  /** The names under which initctl and its links are called. */
  private static final Set<String> AS_INITCTL =
      Set.of("initctl", "start", "stop", "restart", "reload", "status");

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private UpstartCommand() {}

  /**
   * Runs a command and exits.
   *
   * @param arguments the command's name, options and parameters
   */
  public static void main(String... arguments) {
    System.exit(run(System.getProperty(PROGRAM, "upstart"), Output.standard(), arguments));
  }

  /** Runs a command as the program of that name does. */
  static int run(String program, Output out, String... arguments) {
    List<String> given = List.of(arguments);
    if (AS_INITCTL.contains(program)) {
      return initctl(program, program, out, given);
    }
    if (!given.isEmpty() && given.get(0).equals("help")) {
      String command = given.size() > 1 ? given.get(1) : "--help";
      return command.equals("--help")
          ? run(program, out, command)
          : run(program, out, command, "--help");
    }
    Optional<String> word = Initctl.firstWord(given);
    // initctl's commands need no picocli, which takes its time
    if (word.isPresent() && Initctl.knows(word.get())) {
      return initctl("initctl", "upstart", out, given);
    }
    CommandLine line = Main.commandLine(spec(), out);
    boolean ours =
        word.isPresent()
            ? line.getSubcommands().containsKey(word.get())
            : !given.isEmpty() && HELP.contains(given.get(0));
    return ours
        ? Main.execute(line, commandFirst(arguments))
        : initctl("initctl", "upstart", out, given);
  }

  private static int initctl(String program, String shown, Output out, List<String> given) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    boolean beyond = !program.equals(shown);
    Initctl initctl = new Initctl(program, shown, beyond, System.getenv(), out, err);
    return Main.finish(program, initctl.run(given), out, err);
  }

  /** Options of all commands may stand before the command, where picocli does not look for them. */
  private static String[] commandFirst(String... arguments) {
    List<String> given = new ArrayList<>(List.of(arguments));
    Optional<String> word = Initctl.firstWord(given);
    if (word.isPresent() && given.remove(word.get())) {
      given.add(0, word.get());
    }
    return given.toArray(String[]::new);
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
            .versionProvider(new Version());
    Initctl.specs().forEach(command -> spec.addSubcommand(command.name(), command));
    spec.addSubcommand("monitor", MonitorCommand.spec())
        .addSubcommand("ensure", EnsureCommand.spec())
        .addSubcommand("wait", WaitCommand.spec())
        .addSubcommand("log", LogCommand.spec())
        .addSubcommand("tree", TreeCommand.spec())
        .addSubcommand("enable", SwitchCommand.enable())
        .addSubcommand("disable", SwitchCommand.disable())
        .addSubcommand("parse", ParseCommand.spec())
        .addSubcommand("check", CheckCommand.spec())
        .addSubcommand("edit", EditCommand.spec())
        .addSubcommand("create", CreateCommand.spec())
        .addSubcommand("serve", ServeCommand.spec())
        .addSubcommand("completion", CompletionCommand.spec())
        .addSubcommand("man", ManCommand.spec())
        .addSubcommand("demo", DemoCommand.spec());
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    return spec;
  }
}
