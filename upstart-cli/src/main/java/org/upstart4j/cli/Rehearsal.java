package org.upstart4j.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.CliCommand;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.cli.terminal.ProgramEnd;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Runs commands once, unseen. A JDK that watches it learns which classes they need, and archives
 * them, so that later starts are quicker. As every class in an archive costs each start a little,
 * the commands that ask an Upstart and end have one of their own.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Runs the commands of a kind.
   *
   * @param arguments the kind: {@code ask} for the commands that ask and end, {@code watch} for
   *     {@code list --watch}, {@code picture} for those that draw, {@code exporter} for that one,
   *     {@code rest} for all others; then where to unpack the native library, which is optional
   */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments.length > 2 ? arguments[2] : "");
    if (arguments[0].equals("engine")) {
      serve(folder, arguments[1]);
      return;
    }
    rehearse(arguments[0], arguments.length > 1 ? arguments[1] : "");
    ProgramEnd.exit(0);
  }

  private static void rehearse(String kind, String library) throws IOException {
    Path folder = Files.createTempDirectory("upstart-rehearsal");
    try {
      Files.writeString(folder.resolve("idle.conf"), "# no process\n");
      Files.writeString(folder.resolve("more.conf"), "instance $N\n");
      switch (kind) {
        case "ask", "watch" -> ask(folder, library);
        case "picture" -> draw(folder, library);
        case "exporter" -> export(folder, library);
        default -> rest(folder, library);
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.delete(folder);
    }
  }

  /** Asks an engine in a program of its own, whose classes are none of those that are needed. */
  private static void ask(Path folder, String library) throws IOException {
    Process engine =
        new ProcessBuilder(java("engine", library, folder.toString()))
            .redirectError(Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(engine.getInputStream(), StandardCharsets.UTF_8))) {
      @Nullable String address = said.readLine();
      if (address == null) {
        throw new IOException("There is no engine to ask");
      }
      if (!library.isEmpty() && Files.exists(Path.of(library))) {
        System.setProperty(ProgramEnd.UNPACKED, library);
      }
      Map<String, String> variables = Map.of("UPSTART_SESSION", address);
      StandardOutput.guardErrors();
      for (List<String> command : asking()) {
        run(CommandTable.commands(), variables, StandardOutput.create(), command);
      }
      run(List.of(CreateProgram.command()), variables, StandardOutput.create(), creating(folder));
    } finally {
      engine.destroyForcibly();
    }
  }

  /** The line that runs this program once more, on what this one runs on. */
  private static List<String> java(String... words) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    @Nullable String modules = System.getProperty("jdk.module.path");
    if (modules == null) {
      line.addAll(List.of("-cp", System.getProperty("java.class.path")));
      line.add(Rehearsal.class.getName());
    } else {
      // The path may go through a file that this process alone has opened. What comes after the
      // first folder an engine does not need.
      String first = modules.split(File.pathSeparator)[0];
      line.addAll(List.of("-p", Path.of(first).toRealPath().toString(), "-m"));
      line.add(System.getProperty("jdk.module.main") + "/" + Rehearsal.class.getName());
    }
    line.addAll(List.of(words));
    return line;
  }

  private static List<List<String>> asking() {
    return List.of(
        List.of("--version"),
        List.of("version"),
        List.of("list"),
        List.of("status", "idle"),
        List.of("health", "idle"),
        List.of("start", "idle"),
        List.of("start", "more", "N=1"),
        List.of("list"),
        List.of("restart", "idle"),
        List.of("stop", "idle"),
        List.of("emit", "nothing"),
        List.of("reload-configuration"),
        List.of("log-priority"),
        List.of("list-env"),
        List.of("set-env", "A=1"),
        List.of("get-env", "A"),
        List.of("unset-env", "A"));
  }

  private static List<String> creating(Path folder) {
    return List.of("job", "/bin/sh", "-j", "--directory", folder.toString());
  }

  /** Answers until the one who asks has gone. */
  private static void serve(Path folder, String library) throws IOException {
    if (!library.isEmpty()) {
      NativeLibrary.unpack(Path.of(library));
    }
    try (EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
      System.out.println(listen(server, folder));
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Nobody else can get at a socket in this folder. */
  private static String listen(UpstartDbusServer server, Path folder) {
    String address = "unix:path=" + folder.resolve("socket");
    server.listen(address);
    return address;
  }

  /** Nothing here starts a process. */
  private static void rest(Path folder, String library) throws IOException {
    if (!library.isEmpty()) {
      NativeLibrary.unpack(Path.of(library));
    }
    Path file = folder.resolve("web.conf");
    Files.write(file, Examples.read("web.conf").toBytes());
    Files.writeString(folder.resolve("hosts.ini"), "[web]\nweb[1:2]\n");
    run(onFiles(file.toString(), folder.toString()), System.getenv());
    try (EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
      run(onUpstart(), Map.of("UPSTART_SESSION", listen(server, folder)));
    }
  }

  private static void draw(Path folder, String library) throws IOException {
    if (!library.isEmpty()) {
      NativeLibrary.unpack(Path.of(library));
    }
    Files.write(folder.resolve("web.conf"), Examples.read("web.conf").toBytes());
    run(pictures(folder.toString()), System.getenv());
  }

  private static void export(Path folder, String library) throws IOException {
    if (!library.isEmpty()) {
      NativeLibrary.unpack(Path.of(library));
    }
    try (EmbeddedUpstart upstart = EmbeddedUpstart.builder().folder(folder).build();
        UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
      run(
          List.of(
              List.of("exporter", "--once"),
              List.of("exporter", "--once", "--transport", "embedded", "--confdir", "" + folder)),
          Map.of("UPSTART_SESSION", listen(server, folder)));
    }
  }

  private static List<List<String>> pictures(String folder) {
    return List.of(
        List.of("graph", "--confdir", folder, "--format", "dot"),
        List.of("graph", "--confdir", folder, "--format", "svg"),
        List.of("graph", "--confdir", folder, "--format", "html"),
        List.of("timeline", "--simulate", "--confdir", folder, "--emit", "startup"));
  }

  private static List<List<String>> onFiles(String file, String folder) {
    return List.of(
        List.of("help"),
        List.of("tree", "--help"),
        List.of("star"),
        List.of("demo"),
        List.of("parse", file),
        List.of("fleet", "hosts", "--inventory", folder + "/hosts.ini"),
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
        List.of("man", "start"));
  }

  private static List<List<String>> onUpstart() {
    return List.of(
        List.of("list"),
        List.of("status", "web"),
        List.of("start", "nobody"),
        List.of("show-config"),
        List.of("tree"),
        List.of("why"),
        List.of("why", "web"),
        List.of("why", "--json", "--emit", "nothing"),
        List.of("ensure", "stopped", "web"),
        List.of("wait", "web", "stop/waiting", "--json"),
        List.of("wait", "web", "start/running", "--timeout", "1ms"));
  }

  private static void run(List<List<String>> commands, Map<String, String> variables) {
    for (List<String> command : commands) {
      StandardOutput nowhere = StandardOutput.of(OutputStream.nullOutputStream());
      run(CommandTable.commands(), variables, nowhere, command);
    }
  }

  private static void run(
      List<CliCommand> program,
      Map<String, String> variables,
      StandardOutput out,
      List<String> arguments) {
    ProgramName name =
        program.size() == 1 ? ProgramName.of(program.get(0).name()) : ProgramName.UPSTART;
    UpstartCommand.run(name, program, variables, out, arguments.toArray(String[]::new));
  }
}
