package org.upstart4j.it.fleet.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A program that runs, what it has printed, and what it takes, as the system says: its memory and
 * threads at their highest, and its time of the processors. Standard error is the test's.
 */
final class Measured implements AutoCloseable {

  private static final long SECONDS = 600;

  /** How many hundredths of a second a tick has, on all of Linux. */
  private static final int MILLIS_A_TICK = 10;

  private final Process process;
  private final long begun = System.nanoTime();
  private final List<String> lines = new ArrayList<>();
  private final Thread reader = new Thread(this::read, "reads what a program prints");
  private final Thread sampler = new Thread(this::sample, "looks at a program");
  private volatile long memory;
  private volatile int threads;
  private volatile long processor;
  private volatile long nanos;

  private Measured(Process process) {
    this.process = process;
    reader.setDaemon(true);
    sampler.setDaemon(true);
    reader.start();
    sampler.start();
  }

  /** Starts a program. */
  static Measured start(Path folder, Map<String, String> environment, List<String> line) {
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new Measured(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException gone) {
      add("");
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private void sample() {
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException | IOException over) {
      // it has ended
    }
    nanos = System.nanoTime() - begun;
  }

  private void look() throws IOException {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    for (String line : Files.readAllLines(folder.resolve("status"))) {
      if (line.startsWith("VmHWM:")) {
        memory = Math.max(memory, number(line));
      } else if (line.startsWith("Threads:")) {
        threads = Math.max(threads, (int) number(line));
      }
    }
    String stat = Files.readString(folder.resolve("stat"));
    String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    processor = (Long.parseLong(words[11]) + Long.parseLong(words[12])) * MILLIS_A_TICK;
  }

  private static long number(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }

  /** Returns how many threads it has now, those of the JVM included. */
  int threads() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", process.pid() + "", "status"))) {
      if (line.startsWith("Threads:")) {
        return (int) number(line);
      }
    }
    throw new IOException("It has no threads");
  }

  /** Returns its memory at its highest so far, in MB. */
  long megabytes() {
    return memory / 1000;
  }

  /** Waits until it has printed a line, which is returned. */
  synchronized String await(Predicate<String> which) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (int next = 0; ; next++) {
      while (next == lines.size()) {
        awaitMore(deadline);
      }
      if (which.test(lines.get(next))) {
        return lines.get(next);
      }
    }
  }

  private void awaitMore(long deadline) {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0 || (!process.isAlive() && !reader.isAlive())) {
      throw new AssertionError("Not printed, but this:\n" + String.join("\n", lines));
    }
    try {
      wait(Math.min(left, 100));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  /** Writes a line to its input. */
  void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Closes its input, and waits until it has ended; returns its exit status. */
  int end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It still runs");
      }
      reader.join(TimeUnit.SECONDS.toMillis(SECONDS));
      sampler.join(TimeUnit.SECONDS.toMillis(SECONDS));
      return process.exitValue();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  /** Returns what it has printed. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Returns how long it has run. */
  Duration took() {
    return Duration.ofNanos(nanos);
  }

  /** Says what it has taken. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f s, %.1f s of the processors, %d MB, %d threads",
        nanos / 1e9,
        processor / 1e3,
        megabytes(),
        threads);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
