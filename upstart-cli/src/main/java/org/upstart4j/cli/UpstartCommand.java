package org.upstart4j.cli;

import java.io.PrintWriter;
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
import org.upstart4j.cli.terminal.Terminal;
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

  /** Our own commands, in the order of the help. */
  private static final List<String> OURS =
      List.of(
          "monitor",
          "ensure",
          "wait",
          "log",
          "tree",
          "enable",
          "disable",
          "parse",
          "check",
          "edit",
          "create",
          "serve",
          "completion",
          "man",
          "demo");

  /** Those that tell of all others. */
  private static final Set<String> ABOUT_ALL = Set.of("completion", "man");

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private UpstartCommand() {}

  /**
   * Runs a command and exits.
   *
   * @param arguments the command's name, options and parameters
   */
  public static void main(String... arguments) {
    String program = System.getProperty(PROGRAM, "upstart");
    // what initctl complains of is to the letter for whoever compares it
    if (!AS_INITCTL.contains(program) || Terminal.isErrors()) {
      Output.guardErrors();
    }
    System.exit(run(program, Output.standard(), arguments));
  }

  /** Runs a command as the program of that name does. */
  static int run(String program, Output out, String... arguments) {
    List<String> given = List.of(arguments);
    if (AS_INITCTL.contains(program)) {
      return initctl(program, program, false, out, given);
    }
    if (!given.isEmpty() && given.get(0).equals("help")) {
      String command = given.size() > 1 ? given.get(1) : "--help";
      return command.equals("--help")
          ? run(program, out, command)
          : run(program, out, command, "--help");
    }
    if (given.equals(List.of("--version"))) {
      out.println(Version.text());
      return Main.finish(program, 0, out, Output.errors());
    }
    Optional<String> word = Initctl.firstWord(given);
    // initctl's commands need no picocli, which takes its time
    if (word.isPresent() && Initctl.knows(word.get())) {
      return initctl("initctl", "upstart", true, out, given);
    }
    boolean ours =
        word.isPresent()
            ? OURS.contains(word.get())
            : !given.isEmpty() && HELP.contains(given.get(0));
    return ours
        ? Main.execute(Main.commandLine(spec(word), out), commandFirst(arguments))
        : initctl("upstart", "upstart", true, out, given);
  }

  private static int initctl(
      String program, String shown, boolean beyond, Output out, List<String> given) {
    PrintWriter err = Output.errors();
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
    return spec(Optional.empty());
  }

  /** All commands, or as many as it takes to run that one: describing them takes its time. */
  private static CommandSpec spec(Optional<String> wanted) {
    CommandSpec spec =
        Specs.group("upstart", "Works with the init system Upstart and its job files.")
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print the version and exit.")
                    .build())
            .versionProvider(new Version());
    if (wanted.isPresent() && !ABOUT_ALL.contains(wanted.get())) {
      spec.addSubcommand(wanted.get(), command(wanted.get()));
    } else {
      Initctl.specs().forEach(command -> spec.addSubcommand(command.name(), command));
      OURS.forEach(name -> spec.addSubcommand(name, command(name)));
    }
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    return spec;
  }

  private static CommandSpec command(String name) {
    return switch (name) {
      case "monitor" -> MonitorCommand.spec();
      case "ensure" -> EnsureCommand.spec();
      case "wait" -> WaitCommand.spec();
      case "log" -> LogCommand.spec();
      case "tree" -> TreeCommand.spec();
      case "enable" -> SwitchCommand.enable();
      case "disable" -> SwitchCommand.disable();
      case "parse" -> ParseCommand.spec();
      case "check" -> CheckCommand.spec();
      case "edit" -> EditCommand.spec();
      case "create" -> CreateCommand.spec();
      case "serve" -> ServeCommand.spec();
      case "completion" -> CompletionCommand.spec();
      case "man" -> ManCommand.spec();
      case "demo" -> DemoCommand.spec();
      default -> throw new IllegalArgumentException("No command of ours: " + name);
    };
  }
}
