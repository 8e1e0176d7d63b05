package org.upstart4j.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.internal.thread.EngineThread;
import org.upstart4j.embedded.internal.time.EngineTime;

/**
 * A clock that stands still until a test advances it: a kill timeout of five minutes passes in no
 * time, and always in the same order.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock();
 * EmbeddedUpstart upstart = EmbeddedUpstart.builder().clock(clock).build();
 * clock.advance(Duration.ofMinutes(5));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ManualClock {

  private static final long START = Duration.ofDays(1).toNanos();

  private record Entry(long due, long number, Runnable action) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));
  private final List<EngineThread> engines = new ArrayList<>();
  private final Lock advancing = new ReentrantLock();
  private long now = START;
  private long count;

  /** Makes a clock at the beginning of its time. */
  public ManualClock() {}

  /** {@return how far the clock has been advanced in all} */
  public synchronized Duration elapsed() {
    return Duration.ofNanos(now - START);
  }

  /**
   * Lets time pass. What falls due meanwhile happens at its moment and in its order, and so does
   * all that it sets off, before this returns. Another thread that advances the clock meanwhile
   * waits, and then adds its time.
   *
   * @param time how much
   * @throws IllegalArgumentException if it is negative
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not go back by " + time);
    }
    advancing.lock();
    try {
      settle();
      long end = end(time);
      for (Entry due = next(end); due != null; due = next(end)) {
        due.action().run();
        settle();
      }
      finish(end);
    } finally {
      advancing.unlock();
    }
  }

  /**
   * Has something done when some time has passed. It runs on the thread that advances the clock.
   *
   * @param time how much
   * @param action what is done
   * @throws IllegalArgumentException if the time is negative
   */
  public void after(Duration time, Runnable action) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not go back by " + time);
    }
    schedule(time, action);
  }

  /**
   * {@return how much time must pass until the next thing falls due; zero if it is due now, nothing
   * if there is none} Things happen only while the clock is being advanced, so that this is exact
   * after an {@link #advance}.
   */
  public synchronized Optional<Duration> next() {
    return Optional.ofNullable(entries.peek()).map(first -> Duration.ofNanos(first.due() - now));
  }

  /** Waits until all that has happened so far has had its effect. */
  void settle() {
    for (EngineThread engine : engines()) {
      engine.settle();
    }
  }

  private synchronized List<EngineThread> engines() {
    engines.removeIf(EngineThread::isClosed);
    return List.copyOf(engines);
  }

  private synchronized long end(Duration time) {
    return now + time.toNanos();
  }

  private synchronized @Nullable Entry next(long end) {
    Entry first = entries.peek();
    if (first == null || first.due() > end) {
      return null;
    }
    now = first.due();
    return entries.poll();
  }

  private synchronized void finish(long end) {
    now = end;
  }

  private synchronized long nanos() {
    return now;
  }

  private synchronized EngineTime.Timer schedule(Duration delay, Runnable action) {
    Entry entry = new Entry(now + delay.toNanos(), count++, action);
    entries.add(entry);
    return () -> cancel(entry);
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }

  /** Adds an engine, whose work is waited for whenever time passes. */
  synchronized void add(EngineThread engine) {
    engines.add(engine);
  }

  /** Returns what an engine, or a script of processes, sees of it. */
  EngineTime time() {
    return new EngineTime() {
      @Override
      public long nanos() {
        return ManualClock.this.nanos();
      }

      @Override
      public Timer after(Duration delay, Runnable action) {
        return schedule(delay, action);
      }

      @Override
      public void close() {}
    };
  }
}
