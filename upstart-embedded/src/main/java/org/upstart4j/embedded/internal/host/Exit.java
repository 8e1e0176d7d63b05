package org.upstart4j.embedded.internal.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** How a process that this one has started ends. */
public final class Exit {

  private final CompletableFuture<Process> process;
  private final Executor workers;

  /**
   * Waits for an exit.
   *
   * @param process the process
   * @param workers on whose threads those that wait go on
   */
  public Exit(Process process, Executor workers) {
    this.process = process.onExit();
    this.workers = workers;
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
   * Does something when the process has ended.
   *
   * @param work is told its exit status
   */
  public void then(IntConsumer work) {
    var unused =
        process.thenAcceptAsync(
            ended -> work.accept(ExitStatus.ofValue(ended.exitValue())), workers);
  }
}
