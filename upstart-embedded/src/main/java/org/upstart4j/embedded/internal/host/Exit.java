package org.upstart4j.embedded.internal.host;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** How a process that this one has started ends. */
public final class Exit {

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
  public void then(IntConsumer work) {
    var unused = process.thenAccept(ended -> work.accept(ExitStatus.ofValue(ended.exitValue())));
  }
}
