package org.upstart4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Runs each command once, unseen. A JDK that watches it learns which classes the command line
 * needs, and archives them, so that later starts are quicker.
 */
final class Rehearsal {

  private static final String OWN = "unix:abstract=/upstart4j/rehearsal/";

  private Rehearsal() {}

  /**
   * Runs the commands.
   *
   * @param arguments where to unpack the native library; optional
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
      serve(folder);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static List<List<String>> commands(String file, String folder) {
    return List.of(
        List.of("--version"),
        List.of("help"),
        List.of("tree", "--help"),
        List.of("star"),
        List.of("demo"),
        List.of("parse", file),
        List.of("check", "--json", folder),
        List.of("check", folder),
        List.of("simulate", "--confdir", folder, "--for", "ubuntu-14.04", "--boot"),
        List.of("simulate", "--confdir", folder, "--emit", "startup", "--json"),
        List.of("diff-boot", folder, folder, "--for", "ubuntu-14.04"),
        List.of("convert", folder, "--for", "ubuntu-14.04"),
        List.of("convert", file, "--report", "html"),
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

  /** Asks an Upstart of its own, at the launcher's address; never one of the machine. */
  private static void serve(Path folder) {
    @Nullable String address = System.getenv("UPSTART_SESSION");
    if (address == null || !address.startsWith(OWN)) {
      return;
    }
    try (EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
      server.listen(address);
      for (List<String> command : asking()) {
        run(command);
      }
    } catch (UpstartException nowhereToListen) {
      // an archive without these classes is better than none
    }
  }

  /** Nothing here starts a process. */
  private static List<List<String>> asking() {
    return List.of(
        List.of("version"),
        List.of("list"),
        List.of("list-env"),
        List.of("status", "web"),
        List.of("stop", "web"),
        List.of("start", "nobody"),
        List.of("emit", "nothing"),
        List.of("show-config"),
        List.of("tree"),
        List.of("why"),
        List.of("why", "web"),
        List.of("why", "--json", "--emit", "nothing"),
        List.of("ensure", "stopped", "web"),
        List.of("wait", "web", "stop/waiting", "--json"),
        List.of("wait", "web", "start/running", "--timeout", "1ms"));
  }

  private static void run(List<String> command) {
    UpstartCommand.run(
        ProgramName.UPSTART,
        CommandTable.commands(),
        StandardOutput.of(OutputStream.nullOutputStream()),
        command.toArray(String[]::new));
  }
}
