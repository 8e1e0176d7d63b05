package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/** A separate JVM with 64 MB of heap, and what it prints. It ends with the test. */
final class SmallProgram implements AutoCloseable {

  private static final long SECONDS = 120;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();

  private SmallProgram(List<String> line) throws IOException {
    process = new ProcessBuilder(line).redirectErrorStream(true).start();
    Thread reader = new Thread(this::read, "reads " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the main method of a class. */
  static SmallProgram start(Class<?> main, String... arguments) throws IOException {
    return new SmallProgram(java(System.getProperty("java.class.path"), main, arguments));
  }

  /**
   * Starts the main method of a class with so many descriptors. The program has all its classes in
   * jars, which stay open: a class in a folder cannot be loaded once there is no descriptor, and is
   * missing for good then.
   *
   * @param folder for jars
   */
  static SmallProgram startWithDescriptors(
      int descriptors, Path folder, Class<?> main, String... arguments) throws IOException {
    String limited = "ulimit -n " + descriptors + " && exec \"$0\" \"$@\"";
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", limited));
    line.addAll(java(inJars(folder), main, arguments));
    return new SmallProgram(line);
  }

  /** Returns the class path with a jar in place of each folder. */
  private static String inJars(Path folder) {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      Path jar = folder.resolve(jars.size() + ".jar");
      jars.add(Files.isDirectory(path) ? jar(path.toString(), jar.toString()) : entry);
    }
    return String.join(File.pathSeparator, jars);
  }

  private static String jar(String classes, String jar) {
    int status =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "--create", "--file", jar, "-C", classes, ".");
    assertThat(status).as("the status of jar for " + classes).isZero();
    return jar;
  }

  private static List<String> java(String classPath, Class<?> main, String... arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-Dupstart4j.test.prints=true",
                "-cp",
                classPath,
                main.getName()));
    line.addAll(Arrays.asList(arguments));
    return line;
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    } catch (IOException gone) {
      lines.add("(its output ended: " + gone.getMessage() + ")");
    }
  }

  /** Waits until it prints a line that contains this. */
  String await(String text) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new AssertionError("Not printed: " + text + "\nbut this:\n" + seen);
      }
      seen.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
  }

  /** Returns what it has printed so far. */
  List<String> printed() {
    lines.drainTo(seen);
    return seen;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
