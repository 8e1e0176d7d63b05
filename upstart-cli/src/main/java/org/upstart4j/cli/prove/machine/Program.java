package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program of the machine, to be run without the variables of this one.
 *
 * @param command the program and its arguments
 */
record Program(List<String> command) {

  static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  /**
   * How a program ended.
   *
   * @param status its exit status, -1 if it did not end in time
   * @param output what it printed
   */
  record Ended(int status, String output) {

    Outcome outcome() {
      Outcome.Result result =
          switch (status) {
            case 0 -> Outcome.Result.DONE;
            case -1 -> Outcome.Result.TIMED_OUT;
            default -> Outcome.Result.FAILED;
          };
      return new Outcome(result, output.strip());
    }
  }

  /** Runs it. */
  Ended run(Duration limit) {
    try {
      Process process = builder().redirectErrorStream(true).start();
      process.getOutputStream().close();
      CompletableFuture<String> output =
          CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly); // they hold its output
        process.destroyForcibly().waitFor();
        return new Ended(-1, output.join());
      }
      return new Ended(process.exitValue(), output.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + command.get(0) + " ran", e);
    }
  }

  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    return builder;
  }

  private static String text(InputStream output) {
    try (output) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
