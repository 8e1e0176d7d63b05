package org.upstart4j.micrometer.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UpstartInterruptedException;

/**
 * Looks again and again, on a thread of its own, so that nobody who reads numbers waits for an
 * Upstart. Another thread notices that a look takes too long.
 */
public final class Looks implements AutoCloseable {

  private static final int WATCHES_A_LIMIT = 4;

  private final Runnable look;
  private final Runnable late;
  private final Duration limit;
  private final ScheduledThreadPoolExecutor threads;
  private final CountDownLatch first = new CountDownLatch(1);
  private final List<Future<?>> work;
  private @Nullable Long begun;

  /**
   * Begins at once.
   *
   * @param look looks once; throws nothing
   * @param late told, perhaps several times, that a look has not ended in time
   * @param interval how long to wait after a look
   * @param limit how long a look may take
   */
  public Looks(Runnable look, Runnable late, Duration interval, Duration limit) {
    this.look = look;
    this.late = late;
    this.limit = limit;
    this.threads = new ScheduledThreadPoolExecutor(2, Looks::thread);
    threads.setRemoveOnCancelPolicy(true);
    // a look throws nothing, so neither ends before this is closed
    Future<?> looking =
        threads.scheduleWithFixedDelay(this::look, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    long pause = Math.max(1, limit.toNanos() / WATCHES_A_LIMIT);
    Future<?> watching =
        threads.scheduleWithFixedDelay(this::watch, pause, pause, TimeUnit.NANOSECONDS);
    this.work = List.of(looking, watching);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "upstart-metrics");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    begun(System.nanoTime());
    try {
      look.run();
    } finally {
      begun(null);
      first.countDown();
    }
  }

  private synchronized void begun(@Nullable Long time) {
    begun = time;
  }

  private void watch() {
    if (isLate()) {
      late.run();
    }
  }

  private synchronized boolean isLate() {
    return begun != null && System.nanoTime() - begun > limit.toNanos();
  }

  /**
   * Waits until the first look has ended.
   *
   * @param time how long to wait at most
   * @return whether it has
   * @throws UpstartInterruptedException if this thread is interrupted
   */
  public boolean awaitFirst(Duration time) {
    try {
      return first.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException("the first answer", interruption);
    }
  }

  /** Looks no more, and does not wait for a look that hangs. */
  @Override
  public void close() {
    work.forEach(one -> one.cancel(true));
    threads.shutdownNow();
  }
}
