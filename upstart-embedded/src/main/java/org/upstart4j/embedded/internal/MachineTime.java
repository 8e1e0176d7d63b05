package org.upstart4j.embedded.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's own time. */
public final class MachineTime implements EngineTime {

  private final ScheduledThreadPoolExecutor timers =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "upstart-timers");
            thread.setDaemon(true);
            return thread;
          });

  /** Makes a source of time for one engine. */
  public MachineTime() {
    timers.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    Future<?> later = timers.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> later.cancel(false);
  }

  @Override
  public void close() {
    timers.shutdownNow();
  }
}
