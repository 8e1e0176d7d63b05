package org.upstart4j.analysis.internal.reason;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.spi.LoggedMessage;

/** What Upstart logs about jobs, in the words of all its versions. */
enum MessageKind {
  /** The detail is the new goal. */
  GOAL(" goal changed from ", "(?<label>.+) goal changed from \\S+ to (?<detail>\\S+)(?<process>)"),
  /** The detail is the new state. */
  STATE(
      " state changed from ",
      "(?<label>.+) state changed from \\S+ to (?<detail>\\S+)(?<process>)"),
  /** The detail is the status. */
  TERMINATED(
      " terminated with status ",
      "(?<label>.+) (?<process>[a-z-]+) process \\(\\d+\\) terminated with status (?<detail>\\d+)"),
  /** The detail is the signal. */
  KILLED(
      " killed by ",
      "(?<label>.+) (?<process>[a-z-]+) process \\(\\d+\\) killed by (?:signal )?"
          + "(?<detail>\\S+?)(?: signal)?"),
  EXITED(
      " exited normally",
      "(?<label>.+) (?<process>[a-z-]+) process \\(\\d+\\) exited normally(?<detail>)"),
  /** The detail is why. */
  NOT_SPAWNED(
      "Failed to spawn ",
      "Failed to spawn (?<label>.+) (?<process>[a-z-]+) process: (?<detail>.*)"),
  TOO_FAST(
      " respawning too fast", "(?<label>.+) respawning too fast, stopped(?<process>)(?<detail>)"),
  RESPAWNING(
      " process ended, respawning",
      "(?<label>.+) (?<process>[a-z-]+) process ended, respawning(?<detail>)"),
  /** The label is the job's name, the detail is why. */
  NOT_NAMED(
      "Failed to obtain ", "Failed to obtain (?<label>.+) instance: (?<detail>.*)(?<process>)"),
  /** The detail is the event's name. */
  HANDLING("Handling ", "Handling (?<detail>.+) event(?<label>)(?<process>)");

  private final String mark;
  private final Pattern pattern;

  /**
   * Makes a kind.
   *
   * @param mark what each such message has; looking for that is quicker than the pattern
   */
  MessageKind(String mark, String pattern) {
    this.mark = mark;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /** Reads a message; most are of none of these kinds. */
  static Optional<Happening> read(LoggedMessage message) {
    for (MessageKind kind : values()) {
      if (!message.text().contains(kind.mark)) {
        continue;
      }
      Matcher matcher = kind.pattern.matcher(message.text());
      if (matcher.matches()) {
        return Optional.of(
            new Happening(
                kind,
                message,
                matcher.group("label"),
                matcher.group("process"),
                matcher.group("detail")));
      }
    }
    return Optional.empty();
  }
}
