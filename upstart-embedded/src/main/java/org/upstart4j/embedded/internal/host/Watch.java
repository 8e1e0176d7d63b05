package org.upstart4j.embedded.internal.host;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.internal.thread.DaemonThreads;

/**
 * Looks at processes that tell nobody what they do: often at first, then less and less. Its thread
 * ends when there is nothing to look at.
 */
public final class Watch implements AutoCloseable {

  private static final long SHORTEST_MICROS = 250;
  private static final long LONGEST_MICROS = 50_000;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.numbered("upstart-watch"));

  /** Makes a watch. */
  public Watch() {
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Looks again and again.
   *
   * @param look what looks, and says whether that was the last time
   * @return what makes the next look come soon
   */
  public Look until(BooleanSupplier look) {
    Look repeated = new Look(look);
    repeated.soon();
    return repeated;
  }

  /** Does something once, later; returns what calls it off. */
  Runnable after(long millis, Runnable work) {
    try {
      ScheduledFuture<?> later = timer.schedule(work, millis, TimeUnit.MILLISECONDS);
      return () -> later.cancel(false);
    } catch (RejectedExecutionException closed) {
      // Nobody wants it done any more.
      return () -> {};
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** A look that is repeated. */
  public final class Look {

    private final BooleanSupplier look;
    private long delay = SHORTEST_MICROS;
    private @Nullable ScheduledFuture<?> next;

    private Look(BooleanSupplier look) {
      this.look = look;
    }

    /** Looks soon, and often again for a while, as something is about to change. */
    public synchronized void soon() {
      delay = SHORTEST_MICROS;
      if (next == null || next.cancel(false)) {
        schedule();
      }
    }

    private void run() {
      if (!look.getAsBoolean()) {
        again();
      }
    }

    private synchronized void again() {
      delay = Math.min(delay + delay / 8, LONGEST_MICROS);
      schedule();
    }

    private void schedule() {
      try {
        next = timer.schedule(this::run, delay, TimeUnit.MICROSECONDS);
      } catch (RejectedExecutionException closed) {
        // Nobody wants to know any more.
      }
    }
  }
}
