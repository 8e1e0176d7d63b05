package org.upstart4j.analysis.internal.reason;

import java.time.Duration;
import java.util.Optional;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.spi.LoggedMessage;

/**
 * A message of Upstart's that is understood.
 *
 * @param kind what it is about
 * @param message the message
 * @param label the instance: {@code web} or {@code web (8080)}; empty if it is about none
 * @param process the process; empty if it is about none
 * @param detail what the kind says
 */
record Happening(
    MessageKind kind, LoggedMessage message, String label, String process, String detail) {

  boolean is(MessageKind wanted) {
    return kind == wanted;
  }

  boolean is(MessageKind wanted, String wantedDetail) {
    return kind == wanted && detail.equals(wantedDetail);
  }

  /** Whether the main process has ended. */
  boolean isEndOf(String wantedProcess) {
    return process.equals(wantedProcess)
        && (kind == MessageKind.TERMINATED
            || kind == MessageKind.KILLED
            || kind == MessageKind.EXITED);
  }

  /** How the process ended; for messages about ends only. */
  ExitStatus status() {
    return switch (kind) {
      case TERMINATED -> exited();
      case KILLED -> signal().map(ExitStatus::of).orElse(ExitStatus.SUCCESS);
      case NOT_SPAWNED -> ExitStatus.NOT_RUN;
      default -> ExitStatus.SUCCESS;
    };
  }

  private Optional<Signal> signal() {
    return detail.matches("[1-9][0-9]{0,2}")
        ? Optional.of(new Signal(Integer.parseInt(detail)))
        : Signal.find(detail);
  }

  /** A number that no process exits with is told as a signal. */
  private ExitStatus exited() {
    try {
      return ExitStatus.ofNumber(Integer.parseInt(detail));
    } catch (IllegalArgumentException tooLarge) {
      return ExitStatus.SUCCESS;
    }
  }

  Optional<Duration> ago() {
    return Optional.of(message.ago());
  }

  Evidence evidence() {
    return new Evidence.Message(message.text(), ago());
  }
}
