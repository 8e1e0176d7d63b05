package org.upstart4j.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that runs until it is told to end, with what it has printed so far. */
public final class Running implements AutoCloseable {

  private static final long SECONDS = 120;

  private final Process process;
  private final Thread reader;
  private final StringBuilder printed = new StringBuilder();

  private Running(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "reader of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code bin/upstart}; standard error goes where its output goes. */
  public static Running upstart(Shell shell, String... arguments) {
    List<String> line = new ArrayList<>(interruptible(shell));
    line.addAll(List.of("/bin/sh", Project.file("bin/upstart").toString()));
    line.addAll(List.of(arguments));
    return start(shell, line);
  }

  /** Runs a line of shell. */
  public static Running shell(Shell shell, String line) {
    return start(shell, List.of("/bin/sh", "-c", line));
  }

  /** Runs a line of shell in a terminal of its own, or skips the test. */
  public static Running inTerminal(Shell shell, String command) {
    assumeTrue(
        shell.sh("script -qec true /dev/null").status() == 0,
        "skipped: this test needs script, of util-linux");
    List<String> line = new ArrayList<>(interruptible(shell));
    line.addAll(List.of("script", "-qec", command, "/dev/null"));
    return start(shell.with("TERM", "xterm"), line);
  }

  /** The tests may ignore SIGINT, which processes inherit. */
  private static List<String> interruptible(Shell shell) {
    return shell.sh("env --default-signal=INT true").status() == 0
        ? List.of("env", "--default-signal=INT")
        : List.of();
  }

  private static Running start(Shell shell, List<String> line) {
    ProcessBuilder builder = new ProcessBuilder(line).directory(shell.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(shell.environment());
    try {
      return new Running(builder.redirectErrorStream(true).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read() {
    try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[4096];
      for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
        add(new String(buffer, 0, length));
      }
    } catch (IOException gone) {
      add("");
    }
  }

  private synchronized void add(String text) {
    printed.append(text);
    notifyAll();
  }

  /** Waits until a text has been printed. */
  public Running await(String text) {
    return await(text, printed -> printed.contains(text));
  }

  /** Waits until what has been printed is as it should be. */
  public synchronized Running await(String what, Predicate<String> done) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try {
      while (!done.test(printed.toString())) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("Not printed: " + what + "\nbut this:\n" + printed);
        }
        wait(left);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
    return this;
  }

  public void type(String keys) {
    try {
      process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends SIGINT, or skips the test where the program would ignore it. */
  public void interrupt(Shell shell) {
    assumeTrue(
        shell.sh("env --default-signal=INT true").status() == 0,
        "skipped: this test needs env --default-signal");
    shell.sh("kill -INT " + process.pid());
  }

  /** Waits for the end; returns the exit status. */
  public int end() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Still running; printed:\n" + output());
      }
      reader.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
    return process.exitValue();
  }

  /** Returns what the system knows of it: what a line of its status in {@code /proc} says. */
  String status(String key) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public synchronized String output() {
    return printed.toString();
  }

  @Override
  public void close() {
    process.destroy();
    end();
  }
}
