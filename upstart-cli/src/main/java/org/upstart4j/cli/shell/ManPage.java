package org.upstart4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.CommandGroup;
import org.upstart4j.cli.command.HelpText;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.cli.command.ProjectVersion;

/** A manual page. */
final class ManPage {

  private static final ProgramName PROGRAM = ProgramName.UPSTART;

  private ManPage() {}

  /** The name of a command's page without its section; an empty name is the program itself. */
  static String name(String command) {
    return command.isEmpty() ? PROGRAM.text() : PROGRAM.text() + "-" + command;
  }

  /** The page of the program. */
  static String ofProgram(List<CliCommand> commands) {
    Roff page =
        head("", HelpText.GREETING, "[OPTION]... COMMAND [ARGUMENT]...").text(HelpText.GREETING);
    options(page, PROGRAM.globals());
    page.section("COMMANDS");
    for (CommandGroup group : CommandGroup.values()) {
      page.subsection(group.title());
      commands.stream()
          .filter(command -> command.group() == group)
          .forEach(command -> page.term(command.name()).text(command.synopsis()));
    }
    notes(page, HelpText.NOTES);
    return page.toString();
  }

  /** The page of a command. */
  static String of(CliCommand command) {
    CommandForm form = command.form(PROGRAM);
    Roff page = head(command.name(), command.synopsis(), form.usage()).text(command.synopsis());
    form.details().forEach(page::text);
    parameters(page, form.parameters());
    options(page, form.options());
    notes(page, form.notes());
    page.section("SEE ALSO").text(PROGRAM.text() + "(1), init(5), init(8), initctl(8)");
    return page.toString();
  }

  /** All up to the description. */
  private static Roff head(String command, String synopsis, String usage) {
    String summary =
        synopsis.endsWith(".") ? synopsis.substring(0, synopsis.length() - 1) : synopsis;
    return new Roff()
        .title(name(command), ProjectVersion.text())
        .section("NAME")
        .text(name(command) + " - " + summary)
        .section("SYNOPSIS")
        .bold((PROGRAM.text() + " " + command).strip() + " " + usage)
        .section("DESCRIPTION");
  }

  private static void parameters(Roff page, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (!parameter.help().isEmpty()) {
        page.term(parameter.label()).text(parameter.help());
      }
    }
  }

  private static void options(Roff page, List<Option> options) {
    page.section("OPTIONS");
    for (Option option : options) {
      @Nullable String help = option.help();
      if (help != null) {
        page.term(names(option)).text(help);
      }
    }
  }

  private static String names(Option option) {
    List<String> names = new ArrayList<>();
    if (option.letter() != '\0') {
      names.add("-" + option.letter());
    }
    names.add(option.spelled());
    return String.join(", ", names) + (option.takesArgument() ? " " + option.argument() : "");
  }

  private static void notes(Roff page, List<String> notes) {
    if (notes.isEmpty()) {
      return;
    }
    page.section("NOTES");
    for (String line : String.join("\n", notes).split("\n")) {
      if (line.startsWith("  ")) {
        page.asIs(line);
      } else if (!line.isBlank()) {
        page.paragraph(line);
      }
    }
  }
}
