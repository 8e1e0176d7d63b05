package org.upstart4j.dbus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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
    return new SmallProgram(java(main, arguments));
  }

  /** Starts the main method of a class with so many descriptors. */
  static SmallProgram startWithDescriptors(int descriptors, Class<?> main, String... arguments)
      throws IOException {
    String limited = "ulimit -n " + descriptors + " && exec \"$0\" \"$@\"";
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", limited));
    line.addAll(java(main, arguments));
    return new SmallProgram(line);
  }

  private static List<String> java(Class<?> main, String... arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx64m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-Dupstart4j.test.prints=true",
                "-cp",
                System.getProperty("java.class.path"),
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
