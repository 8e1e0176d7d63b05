package org.upstart4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.cli.initctl.Initctl;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The help of each command of ours; that of initctl's has a layout of its own. */
class HelpTest {

  private static final int WIDE = 300;

  @ParameterizedTest
  @ValueSource(ints = {55, 60, 72, 80, 100, 120})
  void fitsTheTerminalAndBreaksNoWord(int columns) {
    CommandLine program = UpstartCommand.commandLine();
    program.getSubcommands().entrySet().stream()
        .filter(command -> !Initctl.knows(command.getKey()))
        .forEach(
            command ->
                assertThat(words(help(program, command.getValue(), columns)))
                    .as("help of %s at %s columns", command.getKey(), columns)
                    .isEqualTo(words(help(program, command.getValue(), WIDE))));
    assertThat(words(help(program, program, columns)))
        .isEqualTo(words(help(program, program, WIDE)));
  }

  private static String help(CommandLine program, CommandLine command, int columns) {
    Main.fit(program, columns);
    String help = command.getUsageMessage(Ansi.OFF);
    assertThat(help.lines()).allMatch(line -> line.length() <= columns);
    return help;
  }

  private static List<String> words(String help) {
    return List.of(help.strip().split("\\s+"));
  }
}
