package org.upstart4j.cli.command;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.CommandGroup.OfInitctl;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Terminal;

/**
 * Prints help, in the layout of Upstart's programs; the words are our own. Under the names of
 * initctl nothing else is told than initctl tells.
 *
 * @param program the program that helps
 * @param out where it goes
 * @param paint how titles look
 * @param columns how wide it may be
 */
public record HelpText(ProgramName program, PrintWriter out, Paint paint, int columns) {

  private static final int COLUMN = 28;
  private static final int COLUMN_OF_INITCTL = 30;

  /** What the program is. */
  public static final String GREETING = "Works with the init system Upstart and its job files.";

  /** What the help of the program ends with. */
  public static final List<String> NOTES =
      List.of(
          "Every command that asks an Upstart takes the options that choose it.",
          "Exit status: 0 done, 1 failed, 2 wrong arguments, 124 timed out.",
          "For more about a command: upstart COMMAND --help");

  /** Help that is as wide as the terminal. */
  public static HelpText of(ProgramName program, PrintWriter out, Paint paint) {
    return new HelpText(program, out, paint, Terminal.columns());
  }

  /** What the program itself takes, and under its own name all commands. */
  public void program(List<CliCommand> commands) {
    if (program.isInitctl()) {
      out.println("Usage: " + program.text() + " [OPTION]... COMMAND [OPTION]... [ARG]...");
      out.println();
      options(program.globals());
      out.println("For a list of commands, try `" + program.text() + " help'.");
      return;
    }
    usage(program.text(), "[OPTION]... COMMAND [ARGUMENT]...");
    out.println(GREETING);
    out.println();
    commands(commands);
    options(program.globals());
    notes(NOTES);
  }

  /** The help of a command; the stem is how it was called. */
  public void command(String stem, CliCommand command, CommandForm form) {
    usage(stem, form.usage());
    if (program.isInitctl()) {
      out.println(command.synopsis());
      out.println();
    } else {
      lines(sentence(command.synopsis()));
      form.details().forEach(this::lines);
      out.println();
      parameters(form.parameters());
    }
    options(form.options());
    notes(form.notes());
  }

  /** The list of commands, as initctl prints it under its names. */
  public void list(List<CliCommand> commands) {
    if (!program.isInitctl()) {
      program(commands);
      return;
    }
    for (OfInitctl group : OfInitctl.values()) {
      rows(
          group.title() + " commands:",
          commands.stream()
              .filter(CliCommand::ofInitctl)
              .filter(command -> OfInitctl.of(command.group()) == group)
              .toList());
    }
    out.println("For more information on a command, try `" + program.text() + " COMMAND --help'.");
  }

  private void commands(List<CliCommand> commands) {
    for (CommandGroup group : CommandGroup.values()) {
      rows(
          paint.strong(group.title() + ":"),
          commands.stream().filter(command -> command.group() == group).toList());
    }
  }

  private void rows(String title, List<CliCommand> commands) {
    out.println(title);
    commands.forEach(command -> row("  " + command.name(), sentence(command.synopsis())));
    out.println();
  }

  private void usage(String stem, String words) {
    if (program.isInitctl()) {
      out.println("Usage: " + stem + " " + words);
    } else {
      TextWrap.hanging("Usage: " + stem + " " + words, "    ", columns).forEach(out::println);
    }
  }

  private void parameters(List<Parameter> parameters) {
    if (parameters.stream().allMatch(parameter -> parameter.help().isEmpty())) {
      return;
    }
    out.println(paint.strong("Arguments:"));
    parameters.forEach(parameter -> row("  " + parameter.label(), parameter.help()));
    out.println();
  }

  private void options(List<Option> options) {
    if (program.isInitctl()) {
      options("Options:", options);
      out.println();
      return;
    }
    List<Option> choosing = options.stream().filter(Option::choosesUpstart).toList();
    List<Option> ofFleet = options.stream().filter(Option::isOfFleet).toList();
    List<Option> others =
        options.stream().filter(option -> !option.choosesUpstart() && !option.isOfFleet()).toList();
    options(paint.strong("Options:"), others);
    more("Which Upstart:", choosing);
    more("Many hosts:", ofFleet);
  }

  private void more(String title, List<Option> options) {
    if (options.stream().anyMatch(option -> option.help() != null)) {
      out.println();
      options(paint.strong(title), options);
    }
  }

  private void options(String title, List<Option> options) {
    out.println(title);
    for (Option option : options) {
      @Nullable String help = option.help();
      if (help != null) {
        String letter = option.letter() == '\0' ? "      " : "  -" + option.letter() + ", ";
        String argument = option.takesArgument() ? "=" + option.argument() : "";
        row(letter + option.spelled() + argument, help);
      }
    }
  }

  /** Paragraphs at the end, after an empty line. */
  private void notes(List<String> notes) {
    if (!notes.isEmpty() && !program.isInitctl()) {
      out.println();
    }
    notes.forEach(this::lines);
  }

  /** One synopsis of initctl is no sentence. */
  private String sentence(String synopsis) {
    return program.isInitctl() || synopsis.endsWith(".")
        ? synopsis
        : Character.toUpperCase(synopsis.charAt(0)) + synopsis.substring(1) + ".";
  }

  private void row(String term, String meaning) {
    List<String> lines =
        program.isInitctl()
            ? TextWrap.row(term, meaning, COLUMN_OF_INITCTL, "  ", columns)
            : TextWrap.row(term, meaning, COLUMN, "", columns);
    lines.forEach(out::println);
  }

  private void lines(String text) {
    TextWrap.paragraphs(text, columns).forEach(out::println);
  }
}
