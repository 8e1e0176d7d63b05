package org.upstart4j.it.init;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.upstart4j.it.site.Eventually;

/**
 * {@code bin/upstart init} as process 1 of its own processes and network, with the job files of a
 * folder. Where nobody can make such a namespace, tests are skipped.
 */
final class Container implements AutoCloseable {

  private static final long SECONDS = 120;
  private static final List<String> NAMESPACES = namespaces();

  private final Process outer;
  private final Path folder;
  private final Path output;
  private final Path log;

  private Container(Path folder, List<String> before, List<String> options) {
    this.folder = folder;
    this.output = folder.resolve("output");
    this.log = folder.resolve("log");
    List<String> line = new ArrayList<>(NAMESPACES);
    line.addAll(before);
    line.addAll(List.of(program(), "init", "--confdir", folder.resolve("init").toString()));
    line.addAll(options);
    this.outer = start(line, Redirect.to(output.toFile()), Redirect.to(log.toFile()));
  }

  /** What a program in the container has printed, and how it ended. */
  record Result(int status, String output) {}

  /** Starts one that ends with this. */
  static Container start(Path folder, String... options) {
    return startAs(folder, List.of(), options);
  }

  /** The same, where a program with arguments starts it. */
  static Container startAs(Path folder, List<String> before, String... options) {
    assumeThereCanBeSome(folder);
    return new Container(folder, before, List.of(options));
  }

  /** A line of shell that starts one in a terminal, and says what the terminal is like then. */
  static String inTerminal(Path folder) {
    assumeThereCanBeSome(folder);
    return "trap : INT; export LC_ALL=C.UTF-8 JAVA_HOME='%s'; before=$(stty -g); %s '%s' init --confdir '%s';"
            .formatted(
                System.getProperty("java.home"),
                String.join(" ", NAMESPACES),
                program(),
                folder.resolve("init"))
        + " status=$?; [ \"$before\" = \"$(stty -g)\" ] && echo \"exit $status, terminal as"
        + " before\" || echo \"another terminal\"";
  }

  static void assumeThereCanBeSome(Path folder) {
    assumeTrue(
        Files.isDirectory(root().resolve("upstart-cli/target/lib")),
        "skipped: this test needs upstart-cli/target/lib; run ./mvnw package first");
    List<String> line = new ArrayList<>(NAMESPACES);
    line.add("true");
    File errors = folder.resolve("namespaces").toFile();
    int status = end(start(line, Redirect.DISCARD, Redirect.to(errors)));
    assumeTrue(status == 0, () -> "skipped: there can be no namespaces: " + read(errors.toPath()));
  }

  /** Who is not root is root of a namespace of users. */
  private static List<String> namespaces() {
    List<String> line = new ArrayList<>(List.of("unshare"));
    if (!System.getProperty("user.name").equals("root")) {
      line.addAll(List.of("--user", "--map-root-user"));
    }
    line.addAll(List.of("--pid", "--mount-proc", "--net", "--fork", "--kill-child"));
    return List.copyOf(line);
  }

  /** Writes a job file. */
  static void job(Path folder, String name, String... lines) {
    try {
      Files.createDirectories(folder.resolve("init"));
      Files.writeString(
          folder.resolve("init").resolve(name + ".conf"), String.join("\n", lines) + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String program() {
    return root().resolve("bin/upstart").toString();
  }

  static Path root() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow();
  }

  private static Process start(List<String> line, Redirect output, Redirect errors) {
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectInput(new File("/dev/null")).redirectOutput(output).redirectError(errors);
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until jobs have printed a text. */
  Container awaitOutput(String text) {
    return await(output, text);
  }

  /** Waits until init has said something. */
  Container awaitLog(String text) {
    return await(log, text);
  }

  private Container await(Path file, String text) {
    Eventually.is(() -> read(file).contains(text) || !outer.isAlive(), text);
    if (!read(file).contains(text)) {
      throw new AssertionError("No " + text + " in:\n" + output() + "\nand:\n" + log());
    }
    return this;
  }

  /** What jobs have printed. */
  String output() {
    return read(output);
  }

  /** What init has said. */
  String log() {
    return read(log);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends process 1 a signal, as those outside do. */
  Container signal(String name) {
    end(start(List.of("kill", "-s", name, pid()), Redirect.DISCARD, Redirect.INHERIT));
    return this;
  }

  private String pid() {
    Eventually.is(() -> outer.children().findAny().isPresent(), "process 1");
    return Long.toString(outer.children().findAny().orElseThrow().pid());
  }

  /** Runs a program in the container, as {@code docker exec} does. */
  Result run(String... command) {
    List<String> line = new ArrayList<>(List.of("nsenter", "--target", pid()));
    if (NAMESPACES.contains("--user")) {
      line.addAll(List.of("--user", "--preserve-credentials"));
    }
    line.addAll(List.of("--pid", "--net", "--mount"));
    line.addAll(List.of(command));
    try {
      Path printed = Files.createTempFile(folder, "run", null);
      int status = end(start(line, Redirect.to(printed.toFile()), Redirect.to(printed.toFile())));
      return new Result(status, read(printed));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs a command of the project in the container. */
  Result upstart(String... arguments) {
    List<String> line = new ArrayList<>(List.of(program()));
    line.addAll(List.of(arguments));
    return run(line.toArray(String[]::new));
  }

  /** Waits for its end; returns its exit status. */
  int end() {
    return end(outer);
  }

  private static int end(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Still running: " + process.info().commandLine());
      }
      return process.exitValue();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  @Override
  public void close() {
    // one that has become another user does not end with its parent
    outer.descendants().forEach(ProcessHandle::destroyForcibly);
    outer.destroyForcibly();
    end(outer);
  }
}
