package org.upstart4j.embedded.internal.time;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.upstart4j.embedded.internal.thread.DaemonThreads;

/** The machine's own time. */
public final class MachineTime implements EngineTime {

  private final ScheduledThreadPoolExecutor timers =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.single("upstart-timers"));

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
