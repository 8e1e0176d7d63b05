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
 * @param address where its Upstart listens
 */
record Initctl(String address) {

  private static final int TIMED_OUT = 124;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Returns whether a command gives the same answer at each run. */
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

  /** Here, a process that was told to end takes longer to go than the real initctl takes to ask. */
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
        : Result.exit(result.status(), result.output(), asInitctl(result.errors()));
  }

  /** Leaves out the lines that explain a failure in more words than initctl's. */
  private static String asInitctl(String errors) {
    return errors.replaceAll("(?m)^upstart: .*\\R", "");
  }
}
