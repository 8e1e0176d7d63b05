package org.upstart4j.embedded.internal.host;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;

/** How a process that this one has started ends. */
public final class Exit {

  private static final int LAST_SIGNAL = 64;

  private final CompletableFuture<Process> process;

  /**
   * Waits for an exit.
   *
   * @param process the process
   */
  public Exit(Process process) {
    this.process = process.onExit();
  }

  /**
   * Says whether the process has ended.
   *
   * @return whether it has, and its number may belong to another one
   */
  public boolean isOver() {
    return process.isDone();
  }

  /**
   * Does something when the process has ended, on the thread that learns of it first. It must not
   * wait for anything.
   *
   * @param work is told its exit status
   */
  public void then(Consumer<ExitStatus> work) {
    var unused = process.thenAccept(ended -> work.accept(ofValue(ended.exitValue())));
  }

  /**
   * Reads an exit value of Java's. It adds 128 to a signal's number, so an exit with such a value
   * looks like a signal.
   */
  private static ExitStatus ofValue(int value) {
    int signal = value - 128;
    return signal > 0 && signal <= LAST_SIGNAL
        ? ExitStatus.of(new Signal(signal))
        : ExitStatus.of(value);
  }

  /** Reads what {@code wait} tells. */
  static ExitStatus ofWait(int told) {
    int signal = told & 0x7f;
    return signal == 0 ? ExitStatus.of(told >> 8 & 0xff) : ExitStatus.of(new Signal(signal));
  }
}
