package org.upstart4j.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs programs in a folder, with the project's commands on the PATH. Immutable. */
public record Shell(Path folder, Map<String, String> environment) {

  private static final int SECONDS = 120;

  /** What a program printed, one character per byte, and its exit status. */
  public record Result(int status, String latin1, String errors) {

    public byte[] bytes() {
      return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String output() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Returns a shell without the user's own settings. Without a shell, or a built program, it skips
   * the test.
   */
  public static Shell in(Path folder) {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "skipped: there is no /bin/sh");
    assumeTrue(
        Files.isDirectory(Project.file("upstart-cli/target/lib")),
        "skipped: this test needs upstart-cli/target/lib; run ./mvnw package first");
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", Project.file("bin") + File.pathSeparator + "/usr/bin:/bin");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    return new Shell(folder, environment);
  }

  public Shell with(String variable, String value) {
    Map<String, String> longer = new TreeMap<>(environment);
    longer.put(variable, value);
    return new Shell(folder, longer);
  }

  /** Runs a line of shell. */
  public Result sh(String line) {
    return run("/bin/sh", "-c", line);
  }

  public Result upstart(String... arguments) {
    return command("upstart", arguments);
  }

  public Result create(String... arguments) {
    return command("upstart-create", arguments);
  }

  private Result command(String program, String... arguments) {
    List<String> line =
        new ArrayList<>(List.of("/bin/sh", Project.file("bin/" + program).toString()));
    line.addAll(List.of(arguments));
    return run(line.toArray(String[]::new));
  }

  private Result run(String... line) {
    try {
      Path output = Files.createTempFile("output", null);
      Path errors = Files.createTempFile("errors", null);
      try {
        return run(output.toFile(), errors.toFile(), line);
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  private Result run(File output, File errors, String... line)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null")).redirectOutput(output).redirectError(errors);
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("Still running after " + SECONDS + " s: " + List.of(line));
    }
    return new Result(
        process.exitValue(),
        Files.readString(output.toPath(), StandardCharsets.ISO_8859_1),
        Files.readString(errors.toPath()));
  }
}
