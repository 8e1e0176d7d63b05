package org.upstart4j.spi;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done in its order, one piece after the other, on {@link SharedThreads}. It has a
 * thread only while there is something to do. Thread-safe.
 */
public final class Turns implements Executor, AutoCloseable {

  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
  private boolean underWay;
  private boolean closed;
  private @Nullable Runnable awaiting;
  private @Nullable Thread current;

  /** Makes an empty queue. */
  public Turns() {}

  /**
   * Has something done after all that was given before. Never waits.
   *
   * @param work what to do
   * @throws RejectedExecutionException if this is closed
   */
  @Override
  public synchronized void execute(Runnable work) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    queue.add(work);
    if (!underWay) {
      underWay = true;
      SharedThreads.ALL.execute(this::run);
    }
  }

  /**
   * Waits for a result without a thread: nothing else is done until it is there, and it has been
   * taken. Only what is being done may call this, once, as the last that it does.
   *
   * @param <T> what the result is
   * @param result what to wait for
   * @param then takes the result, or the failure, in its turn
   */
  public <T> void await(
      CompletableFuture<T> result, BiConsumer<@Nullable T, @Nullable Throwable> then) {
    Runnable wait =
        () -> {
          CompletableFuture<T> unused =
              result.whenComplete((value, failure) -> goOn(() -> then.accept(value, failure)));
        };
    synchronized (this) {
      awaiting = wait;
    }
  }

  private synchronized void goOn(Runnable first) {
    if (!closed) {
      queue.addFirst(first);
    }
    SharedThreads.ALL.execute(this::run);
  }

  private void run() {
    for (Runnable work = next(); work != null; work = next()) {
      SharedThreads.perform(work);
    }
  }

  /** Returns what to do next; null if there is nothing, or something has to be there first. */
  private @Nullable Runnable next() {
    Runnable wait = awaited();
    if (wait != null) {
      wait.run();
      return null;
    }
    synchronized (this) {
      Runnable work = queue.poll();
      underWay = work != null;
      current = underWay ? Thread.currentThread() : null;
      return work;
    }
  }

  private synchronized @Nullable Runnable awaited() {
    current = null;
    // an interrupt by close was for what has ended
    Thread.interrupted();
    Runnable wait = awaiting;
    awaiting = null;
    return wait;
  }

  /** Drops what has not begun, and interrupts what is under way. Waits for nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    queue.clear();
    if (current != null && current != Thread.currentThread()) {
      current.interrupt();
    }
  }
}
