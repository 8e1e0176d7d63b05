package org.upstart4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.upstart4j.cli.initctl.Initctl;
import org.upstart4j.cli.terminal.Output;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Runs each command once, unseen. A JDK that watches it learns which classes the command line
 * needs, and archives them, so that later starts are quicker.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Runs the commands.
   *
   * @param arguments where the native library is to be unpacked to, if anywhere
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length > 0) {
      NativeLibrary.unpack(Path.of(arguments[0]));
    }
    Path folder = Files.createTempDirectory("upstart-rehearsal");
    Path file = folder.resolve("web.conf");
    try {
      Files.write(file, Examples.read("web.conf").toBytes());
      commands(file.toString(), folder.toString()).forEach(Rehearsal::run);
      rehearseInitctl(folder);
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
        List.of("tree", "--confdir", folder),
        List.of("log", "web", "--logdir", folder, "--confdir", folder),
        List.of("disable", "web", "--confdir", folder, "--dry-run"),
        List.of("enable", "web", "--confdir", folder, "--dry-run"),
        List.of("completion", "bash"),
        List.of("man", "start"),
        List.of("create", "job", "/bin/sh", "-j", "-d", "text", "--directory", folder));
  }

  /** Asks an Upstart of our own, as only an answer shows what is needed to read answers. */
  private static void rehearseInitctl(Path folder) {
    String address = "unix:abstract=/upstart4j/rehearsal/" + ProcessHandle.current().pid();
    Output out = Output.of(OutputStream.nullOutputStream());
    Map<String, String> variables = Map.of("UPSTART_SESSION", address);
    try (EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
      server.listen(address);
      for (String command : List.of("version", "list", "show-config", "list-env", "help")) {
        new Initctl("initctl", "upstart", true, variables, out, out).run(List.of(command));
      }
      new Initctl("initctl", "upstart", true, variables, out, out)
          .run(List.of("status", "web", "--json"));
    }
  }

  private static void run(List<String> command) {
    Main.execute(
        Main.commandLine(UpstartCommand.spec(), Output.of(OutputStream.nullOutputStream())),
        command.toArray(String[]::new));
  }
}
