package org.upstart4j.fleet.internal;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a fleet, and its alarms. Threads that have nothing to do end after a few seconds;
 * how many there are is up to those who give them work. Thread-safe.
 */
public final class FleetThreads implements Executor, AutoCloseable {

  private static final long IDLE_SECONDS = 5;
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor alarms;

  /** Makes the threads, none of which has begun yet. */
  public FleetThreads() {
    workers =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named("upstart-fleet"));
    alarms = new ScheduledThreadPoolExecutor(1, named("upstart-fleet-alarms"));
    alarms.setRemoveOnCancelPolicy(true);
    alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    alarms.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    alarms.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return run -> {
      Thread thread = new Thread(run, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void execute(Runnable work) {
    workers.execute(work);
  }

  /**
   * Has something done later.
   *
   * @param action what to do; it must not wait
   * @return cancels it
   */
  public Runnable after(Duration time, Runnable action) {
    Duration known = time.compareTo(LONGEST) < 0 ? time : LONGEST;
    try {
      var alarm = alarms.schedule(action, known.toNanos(), TimeUnit.NANOSECONDS);
      return () -> alarm.cancel(false);
    } catch (RejectedExecutionException closed) {
      // whoever closes this has stopped everything that an alarm could end
      return () -> {};
    }
  }

  /** Takes no more work, and ends the threads when they have done theirs. */
  @Override
  public void close() {
    alarms.shutdown();
    workers.shutdown();
  }
}
