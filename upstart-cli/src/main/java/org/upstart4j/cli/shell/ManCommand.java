package org.upstart4j.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart man}: manual pages. */
public final class ManCommand implements Callable<Integer> {

  private final PositionalParamSpec command =
      PositionalParamSpec.builder()
          .index("0")
          .arity("0..1")
          .type(String.class)
          .paramLabel("COMMAND")
          .description("The command; without it, the program itself.")
          .build();
  private final OptionSpec directory =
      Specs.text("DIR", "Write all pages into a folder instead.", "--directory");

  private final CommandSpec spec =
      Specs.command("man", this, "Print a manual page, for man -l - or a file.")
          .addOption(directory)
          .addPositional(command);

  private ManCommand() {}

  /** Describes the command. */
  public static CommandSpec spec() {
    return new ManCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    CommandSpec root = spec.root();
    String version = String.join(" ", root.version());
    @Nullable String folder = directory.getValue();
    if (folder != null) {
      write(Path.of(folder), root, version);
      return 0;
    }
    console.out().print(ManPage.of(named(console, root), version));
    return 0;
  }

  private CommandSpec named(Console console, CommandSpec root) {
    @Nullable String name = command.getValue();
    if (name == null) {
      return root;
    }
    @Nullable CommandLine known = root.subcommands().get(name);
    if (known == null) {
      throw console.usage("there is no command " + name);
    }
    return known.getCommandSpec();
  }

  private static void write(Path folder, CommandSpec root, String version) throws IOException {
    List<CommandSpec> all = new ArrayList<>(List.of(root));
    root.subcommands().values().forEach(line -> all.add(line.getCommandSpec()));
    Files.createDirectories(folder);
    for (CommandSpec one : all) {
      Files.writeString(
          folder.resolve(ManPage.name(one) + ".1"),
          ManPage.of(one, version),
          StandardCharsets.UTF_8);
    }
  }
}
