package org.upstart4j.analysis.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.upstart4j.jobfile.JobFile;

/** One run of a shell that reads a script and does not run it. */
final class ShellRun {

  private static final int MOST_OUTPUT = 64 * 1024;
  private static final long SECONDS = 10;

  private static final ExecutorService STREAMS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "upstart4j shell");
            thread.setDaemon(true);
            return thread;
          });

  private ShellRun() {}

  /** What the shell says if it refuses the script; nothing if it does not, or does not end. */
  static Optional<String> complaint(List<String> command, String script) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear(); // so neither ENV nor BASH_ENV names a file to run
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      return complaint(process, script);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Optional<String> complaint(Process process, String script)
      throws InterruptedException {
    // both at once: a shell that has much to say may not read on before somebody listens
    Future<?> written = STREAMS.submit(writing(process, script));
    Future<String> output = STREAMS.submit(() -> read(process.getInputStream()));
    try {
      String text = output.get(SECONDS, TimeUnit.SECONDS);
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() != 0 ? Optional.of(text) : Optional.empty();
    } catch (ExecutionException | TimeoutException failure) {
      return Optional.empty();
    } finally {
      written.cancel(true);
      output.cancel(true);
    }
  }

  private static Callable<Void> writing(Process process, String script) {
    return () -> {
      try (OutputStream in = process.getOutputStream()) {
        in.write(JobFile.parse(script).toBytes());
      } catch (IOException closed) {
        // the shell has read enough
      }
      return null;
    };
  }

  /** Reads what a shell says, and stops listening to one that goes on for ever. */
  private static String read(InputStream output) throws IOException {
    try (output) {
      return new String(output.readNBytes(MOST_OUTPUT), StandardCharsets.ISO_8859_1);
    }
  }
}
