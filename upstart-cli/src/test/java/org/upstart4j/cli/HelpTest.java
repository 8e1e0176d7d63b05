package org.upstart4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.HelpText;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.cli.terminal.Paint;

/** The help of the program and of each command. */
class HelpTest {

  private static final int WIDE = 300;

  @ParameterizedTest
  @ValueSource(ints = {55, 60, 72, 80, 100, 120})
  void fitsTheTerminalAndBreaksNoWord(int columns) {
    for (CliCommand command : CommandTable.commands()) {
      String stem = "upstart " + command.name();
      assertFits(columns, stem, help -> help.command(stem, command, command.form(help.program())));
    }
    assertFits(columns, "upstart", help -> help.program(CommandTable.commands()));
  }

  @Test
  void initctlListsItsOwnCommandsOnlyInItsOwnGroups() {
    StringWriter text = new StringWriter();
    HelpText help =
        new HelpText(ProgramName.of("initctl"), new PrintWriter(text), Paint.PLAIN, WIDE);
    help.list(CommandTable.commands());

    assertThat(text.toString().lines().filter(line -> !line.startsWith("  ") && !line.isEmpty()))
        .containsExactly(
            "Job commands:",
            "Event commands:",
            "Environment commands:",
            "Other commands:",
            "For more information on a command, try `initctl COMMAND --help'.");
    assertThat(text.toString().lines().filter(line -> line.startsWith("  ")))
        .hasSize(24)
        .noneMatch(line -> line.startsWith("  monitor "))
        .contains("  help                        print the list of commands");
  }

  private static void assertFits(int columns, String name, Consumer<HelpText> command) {
    String help = help(columns, command);

    assertThat(help.lines()).as(name).allMatch(line -> line.length() <= columns);
    assertThat(words(help))
        .as("help of %s at %s columns", name, columns)
        .isEqualTo(words(help(WIDE, command)));
  }

  private static String help(int columns, Consumer<HelpText> command) {
    StringWriter text = new StringWriter();
    command.accept(new HelpText(ProgramName.UPSTART, new PrintWriter(text), Paint.PLAIN, columns));
    return text.toString();
  }

  private static List<String> words(String help) {
    return List.of(help.strip().split("\\s+"));
  }
}
