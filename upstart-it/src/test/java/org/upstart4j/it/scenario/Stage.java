package org.upstart4j.it.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;

/** An Upstart to play on, and where initctl finds it. */
interface Stage extends AutoCloseable {

  Upstart upstart();

  String address();

  /** Lets a log hear what happens. */
  default Subscription hear(SignalLog log) {
    return upstart().subscribe(log);
  }

  /** Waits until all that has happened so far is heard, where that can be known. */
  default void settle() {}

  /** Lets time pass; by default that of the machine. */
  default void pass(Duration time) {
    sleep(time);
  }

  /** Lets the machine's time pass. */
  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while playing", interrupted);
    }
  }

  /** Waits until each shell that sets traps has set them. */
  default void awaitTraps() {}

  /** Returns how long a quiet ends a step. */
  default Duration quiet(Step step) {
    return Duration.ZERO;
  }

  /** Sends a signal to a process of a job. */
  default void kill(String signal, String pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -$0 $1", signal, pid).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while playing", interrupted);
    }
  }

  /** Keeps those lines of an answer, or of signals, that are the same here as in the recording. */
  default List<String> comparable(List<String> lines) {
    return lines;
  }

  @Override
  void close();
}
