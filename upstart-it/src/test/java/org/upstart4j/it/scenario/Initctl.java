package org.upstart4j.it.scenario;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The project's own initctl, in this process.
 *
 * @param address where the Upstart listens that it asks
 */
record Initctl(String address) {

  private static final int TIMED_OUT = 124;
  private static final Duration MOMENT = Duration.ofMillis(100);

  /** Says whether a command answers the same at each run. */
  static boolean repeats(List<String> words) {
    return !words.contains("list-sessions");
  }

  /**
   * Runs a command.
   *
   * @param words the command and its arguments
   * @param timeout how long it may take
   * @return what it answers
   */
  Result run(List<String> words, Duration timeout) {
    Result result = once(words, timeout);
    boolean raced = words.contains("--no-wait") && result.stdout().contains("stop/killed, process");
    return raced ? soon(words, result) : result;
  }

  /** A process that was told to end takes longer to be gone here than the real one to ask. */
  private Result soon(List<String> words, Result first) {
    List<String> status = new ArrayList<>(words);
    status.remove("--no-wait");
    status.set(0, "status");
    Result result = first;
    long begun = System.nanoTime();
    while (result.stdout().contains("stop/killed")
        && System.nanoTime() - begun < MOMENT.toNanos()) {
      result = once(status, Duration.ofSeconds(10));
    }
    return result;
  }

  private Result once(List<String> words, Duration timeout) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> line = new ArrayList<>(List.of("--timeout", timeout.toMillis() + "ms"));
    line.addAll(words);
    int status =
        new org.upstart4j.cli.initctl.Initctl(
                "initctl",
                "upstart",
                true,
                Map.of("UPSTART_SESSION", address),
                new PrintWriter(out),
                new PrintWriter(err))
            .run(line);
    return status == TIMED_OUT
        ? Result.STILL_WAITING
        : Result.exit(status, out.toString(), err.toString());
  }
}
