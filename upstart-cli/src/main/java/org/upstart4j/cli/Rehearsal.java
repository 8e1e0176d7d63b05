package org.upstart4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.upstart4j.cli.terminal.Output;

/**
 * Runs each command once, unseen. A JDK that watches it learns which classes the command line
 * needs, and archives them, so that later starts are quicker.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Runs the commands.
   *
   * @param arguments none
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createTempDirectory("upstart-rehearsal");
    Path file = folder.resolve("web.conf");
    try {
      Files.write(file, Examples.read("web.conf").toBytes());
      commands(file.toString(), folder.toString()).forEach(Rehearsal::run);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static List<List<String>> commands(String file, String folder) {
    return List.of(
        List.of("--version"),
        List.of("demo"),
        List.of("parse", file),
        List.of("check", "--json", folder),
        List.of("check", folder),
        List.of("edit", file, "--set", "kill timeout 60", "--remove", "env PORT", "--diff"),
        List.of("edit", file, "--add", "env A=B", "--comment-out", "setuid", "--in-place"),
        List.of("create", "job", "/bin/sh", "-j", "-d", "text", "--directory", folder));
  }

  private static void run(List<String> command) {
    Main.execute(
        Main.commandLine(UpstartCommand.spec(), Output.of(OutputStream.nullOutputStream())),
        command.toArray(String[]::new));
  }
}
