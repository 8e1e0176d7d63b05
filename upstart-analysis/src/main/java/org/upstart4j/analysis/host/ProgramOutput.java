package org.upstart4j.analysis.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program of the system prints that takes no input and ends at once. */
final class ProgramOutput {

  private static final int MOST = 4 * 1024 * 1024;
  private static final int COMPLAINT = 1024;
  private static final long SECONDS = 10;

  private ProgramOutput() {}

  /**
   * Runs a program without variables.
   *
   * @throws IOException if it cannot be run, fails, prints too much, or takes too long; the message
   *     says what it complained of
   */
  static String of(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    long start = System.nanoTime();
    Process process = builder.start();
    Thread limit = limit(process);
    try (InputStream output = process.getInputStream()) {
      process.getOutputStream().close();
      byte[] bytes = output.readNBytes(MOST);
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (bytes.length == MOST) {
        throw new IOException("it prints too much");
      } else if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("it does not end");
      } else if (process.exitValue() != 0) {
        throw new IOException(FileText.atMost(text.strip(), COMPLAINT));
      }
      return text;
    } catch (IOException failure) {
      boolean isLate = System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(SECONDS);
      throw isLate ? new IOException("it does not end", failure) : failure;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      limit.interrupt();
      process.destroyForcibly();
    }
  }

  /** Ends the program when its time is over, so that nobody reads from it for ever. */
  private static Thread limit(Process process) {
    Thread thread = new Thread(() -> endAfterLimit(process), "upstart4j program limit");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void endAfterLimit(Process process) {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        // of a program that has ended this would close what is still to be read
        process.destroyForcibly();
      }
    } catch (InterruptedException done) {
      // the program has been read
    }
  }
}
