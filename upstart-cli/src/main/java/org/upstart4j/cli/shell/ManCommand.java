package org.upstart4j.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;

/** {@code upstart man}: manual pages. */
public final class ManCommand {

  private static final Option DIRECTORY =
      Option.text("directory", "DIR", "write all pages into a folder instead");

  private ManCommand() {}

  /** What the command takes. */
  public static CommandForm form(Supplier<List<CliCommand>> commands) {
    return CommandForm.of(call -> run(call, commands.get()))
        .taking(Parameter.optional("COMMAND", "the command; without it, the program itself"))
        .with(DIRECTORY)
        .noting("To read a page: upstart man start | man -l -");
  }

  private static int run(Invocation call, List<CliCommand> commands) throws IOException {
    Optional<String> folder = call.value(DIRECTORY);
    if (folder.isPresent()) {
      write(Path.of(folder.get()), commands);
      return 0;
    }
    call.out()
        .print(
            call.arguments()
                .word(0)
                .map(name -> ManPage.of(CliCommand.find(commands, name)))
                .orElseGet(() -> ManPage.ofProgram(commands)));
    return 0;
  }

  private static void write(Path folder, List<CliCommand> commands) throws IOException {
    Files.createDirectories(folder);
    write(folder, ManPage.name(""), ManPage.ofProgram(commands));
    for (CliCommand command : commands) {
      write(folder, ManPage.name(command.name()), ManPage.of(command));
    }
  }

  private static void write(Path folder, String name, String page) throws IOException {
    Files.writeString(folder.resolve(name + ".1"), page, StandardCharsets.UTF_8);
  }
}
