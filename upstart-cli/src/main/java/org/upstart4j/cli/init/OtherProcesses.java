package org.upstart4j.cli.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** All processes of the container but this one, which is process 1. */
final class OtherProcesses {

  private static final Path PROC = Path.of("/proc");
  private static final long STEP_MILLIS = 10;

  /** What ends the processes that the engine knows, if this one dies. It ignores SIGTERM. */
  private static final String GUARDIAN = "\0upstart-guardian\0";

  private OtherProcesses() {}

  /** Whether this is process 1, so that all others are its. */
  static boolean areOurs() {
    return ProcessHandle.current().pid() == 1;
  }

  /**
   * Asks them to end, and waits until they have.
   *
   * @param limit how long at most
   * @param hurry whether that is to take no longer; asked again and again
   */
  static void end(Duration limit, BooleanSupplier hurry) throws IOException, InterruptedException {
    if (!areAny()) {
      return;
    }
    signal("TERM");
    long deadline = System.nanoTime() + limit.toNanos();
    while (areAny() && !hurry.getAsBoolean() && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
  }

  /** Ends them at once. */
  static void kill() throws IOException, InterruptedException {
    signal("KILL");
  }

  /** The kernel spares process 1 and the one that sends the signal. */
  private static void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("/bin/sh", "-c", "kill -s " + name + " -- -1"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static boolean areAny() throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (!process.endsWith("1") && isAlive(process)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isAlive(Path process) {
    try {
      // empty for those that have ended, and for the kernel's
      String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return !command.isEmpty() && !command.endsWith(GUARDIAN);
    } catch (IOException gone) {
      return false;
    }
  }
}
