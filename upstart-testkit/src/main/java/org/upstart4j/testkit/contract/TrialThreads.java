package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs parts of a test on threads of their own. */
final class TrialThreads {

  private static final long SECONDS = 180;

  private TrialThreads() {}

  /** Does some work on a thread of its own. */
  static Future<?> start(Runnable work) {
    FutureTask<?> task = new FutureTask<>(work, null);
    thread(task);
    return task;
  }

  /** Does some work on many threads at once, and waits for them. */
  static void allAtOnce(int count, IntConsumer work) throws Exception {
    CountDownLatch ready = new CountDownLatch(count);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      all.add(
          start(
              () -> {
                meet(ready);
                work.accept(number);
              }));
    }
    for (Future<?> each : all) {
      each.get(SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void meet(CountDownLatch latch) {
    latch.countDown();
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "test");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Waits for a failure, and returns it. */
  static Throwable failure(Future<?> future) throws Exception {
    try {
      Object result = future.get(SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("No failure, but " + result);
    } catch (ExecutionException failure) {
      Throwable cause = Objects.requireNonNull(failure.getCause());
      return cause instanceof CompletionException
          ? Objects.requireNonNull(cause.getCause())
          : cause;
    }
  }

  /** Waits for a result. */
  static <T extends @Nullable Object> T result(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
  }
}
