package org.upstart4j.initctl;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/**
 * Threads that wait for programs, one each, so that closing can end them all. An interrupted thread
 * kills its program.
 */
final class Workers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final String whose;
  private final ExecutorService threads = Executors.newCachedThreadPool(Workers::daemon);
  private volatile boolean closed;

  Workers(String whose) {
    this.whose = whose;
  }

  private static Thread daemon(Runnable run) {
    Thread thread = new Thread(run, "upstart-initctl");
    thread.setDaemon(true);
    return thread;
  }

  /** Does some work and waits for it; an interruption ends the work. */
  <T extends @Nullable Object> T call(Supplier<T> work, String what) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> running = begin(work, result);
    try {
      return Deadline.of(Wait.FOREVER).await(result, what);
    } catch (UpstartInterruptedException interrupted) {
      running.cancel(true);
      throw interrupted;
    }
  }

  /** Does some work. Code that depends on the result runs on its thread. */
  <T extends @Nullable Object> CompletableFuture<T> later(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      threads.execute(() -> complete(result, work));
    } catch (RejectedExecutionException late) {
      throw closed();
    }
    return result;
  }

  private <T extends @Nullable Object> Future<?> begin(
      Supplier<T> work, CompletableFuture<T> result) {
    try {
      return threads.submit(() -> complete(result, work));
    } catch (RejectedExecutionException late) {
      throw closed();
    }
  }

  private <T extends @Nullable Object> void complete(
      CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (UpstartInterruptedException interrupted) {
      result.completeExceptionally(closed ? closed() : interrupted);
    } catch (RuntimeException | Error failure) {
      result.completeExceptionally(failure);
    }
  }

  private UpstartUnavailableException closed() {
    return new UpstartUnavailableException(whose + " was closed", null);
  }

  /** Ends all work, and accepts no more. */
  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    try {
      // so that no program is left when this returns
      threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
