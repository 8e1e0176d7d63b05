package org.upstart4j.embedded.internal.thread;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Delivers results on a thread other than the engine's, in their order. */
public final class Callbacks implements AutoCloseable {

  private final ExecutorService thread;

  public Callbacks() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DaemonThreads.single("upstart-callbacks"));
    one.allowCoreThreadTimeOut(true);
    this.thread = one;
  }

  public <T extends @Nullable Object> CompletableFuture<T> stage(
      CompletableFuture<T> result, UnaryOperator<Throwable> explained) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    CompletableFuture<T> unused =
        result.whenComplete(
            (value, failure) -> execute(() -> complete(stage, value, failure, explained)));
    return stage;
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> stage,
      T value,
      @Nullable Throwable failure,
      UnaryOperator<Throwable> explained) {
    if (failure == null) {
      stage.complete(value);
    } else {
      stage.completeExceptionally(explained.apply(failure));
    }
  }

  private void execute(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException closed) {
      // the engine's thread has ended too, so this keeps nobody from working
      work.run();
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
