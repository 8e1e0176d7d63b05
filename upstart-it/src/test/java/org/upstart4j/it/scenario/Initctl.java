package org.upstart4j.it.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.it.site.OwnInitctl;

/**
 * The project's own initctl, in this process.
 *
 * @param address where the Upstart listens that it asks
 */
record Initctl(String address) {

  private static final int TIMED_OUT = 124;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    return once(words, timeout);
  }

  /**
   * Runs a command.
   *
   * @param words the command and its arguments
   * @param timeout how long it may take
   * @param wanted what it should answer
   * @return what it answers
   */
  Result run(List<String> words, Duration timeout, Result wanted) {
    Result result = once(words, timeout);
    boolean raced = words.contains("--no-wait") && dies(result) && !dies(wanted);
    return raced ? afterTheEnd(words) : result;
  }

  private static boolean dies(Result result) {
    return result.stdout().contains("stop/killed, process");
  }

  /** A process that was told to end takes longer to be gone here than the real one to ask. */
  private Result afterTheEnd(List<String> words) {
    List<String> status = new ArrayList<>(words);
    status.remove("--no-wait");
    status.set(0, "status");
    AtomicReference<Result> result = new AtomicReference<>(Result.NOTHING);
    Eventually.is(
        () -> {
          result.set(once(status, PATIENCE));
          return !dies(result.get());
        },
        "the process ends");
    return result.get();
  }

  private Result once(List<String> words, Duration timeout) {
    List<String> line = new ArrayList<>(List.of("--timeout", timeout.toMillis() + "ms"));
    line.addAll(words);
    CommandResult result = OwnInitctl.run(line, Map.of("UPSTART_SESSION", address));
    return result.status() == TIMED_OUT
        ? Result.STILL_WAITING
        : Result.exit(result.status(), result.output(), result.errors());
  }
}
