package org.upstart4j.cli.tree;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs what recurses as deep as jobs start each other, which may be thousands of times. */
final class LargeStack {

  /** Only what is used of it takes memory. */
  private static final long BYTES = 1L << 30;

  private LargeStack() {}

  /** Some work. */
  interface Work {
    void run() throws IOException;
  }

  /** Runs it, and waits for it. */
  static void run(Work work) throws IOException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              work.run();
              return null;
            });
    new Thread(null, task, "tree", BYTES).start();
    try {
      task.get();
    } catch (ExecutionException failure) {
      rethrow(failure.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException failure) {
      throw failure;
    } else if (cause instanceof RuntimeException failure) {
      throw failure;
    } else if (cause instanceof Error failure) {
      throw failure;
    }
    throw new IllegalStateException(cause);
  }
}
