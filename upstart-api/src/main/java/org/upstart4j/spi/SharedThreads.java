package org.upstart4j.spi;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The few threads of this program that all share whose work seldom waits: so a thousand
 * connections, each with a listener, need no thousand threads. Work that does wait keeps nobody
 * else waiting for long: another thread is added while more is to be done and all threads have been
 * waiting for {@value #PATIENCE_MILLIS} ms, or none has ended a piece of work for a second. Threads
 * without work end. {@link Turns} puts work into an order.
 */
public final class SharedThreads implements Executor {

  /** All work of this program goes there. */
  public static final SharedThreads ALL =
      new SharedThreads(Math.max(4, Runtime.getRuntime().availableProcessors()));

  private static final int PATIENCE_MILLIS = 10;

  /** After how many looks work that does not wait is taken for stuck: what reads may seem busy. */
  private static final int MOST_LOOKS = 100;

  /** How long a thread stays when it has nothing to do. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final int few;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final Set<Thread> threads = new HashSet<>();
  private int idle;
  private long ended;
  private long endedBefore;
  private int looks;
  private boolean watched;

  /**
   * Makes threads.
   *
   * @param few how many there may be before any of them waits
   */
  SharedThreads(int few) {
    this.few = few;
  }

  /**
   * Has something done soon, on any of the threads. Never waits.
   *
   * @param work what to do; it may leave its thread interrupted
   */
  @Override
  public synchronized void execute(Runnable work) {
    waiting.add(work);
    if (waiting.size() <= idle) {
      notify();
    } else if (threads.size() < few) {
      start();
    } else if (!watched) {
      watched = true;
      endedBefore = ended;
      looks = 0;
      watch();
    }
  }

  private void watch() {
    CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run)
        .execute(this::look);
  }

  /** Adds a thread if those that there are get on with nothing. */
  private synchronized void look() {
    watched = !waiting.isEmpty();
    if (!watched) {
      return;
    }
    watch();
    looks = ended == endedBefore ? looks + 1 : 0;
    endedBefore = ended;
    if (looks == MOST_LOOKS || (looks > 0 && allWait())) {
      looks = 0;
      start();
    }
  }

  /** Whether none of them works, nor is held up only as the processors have other work. */
  private boolean allWait() {
    for (Thread thread : threads) {
      if (thread.getState() == Thread.State.RUNNABLE) {
        return false;
      }
    }
    return idle == 0;
  }

  private void start() {
    Thread thread = new Thread(null, this::run, "upstart-shared", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      thread.start();
      threads.add(thread);
    } catch (OutOfMemoryError tooMany) {
      // the system allows no more threads: the work waits for one of those that there are
      if (threads.isEmpty()) {
        waiting.removeLast();
        throw tooMany;
      }
    }
  }

  private void run() {
    for (Runnable work = next(false); work != null; work = next(true)) {
      perform(work);
    }
  }

  /** Does a piece of work; what it throws, and its interrupts, end with it. */
  static void perform(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } finally {
      Thread.interrupted();
    }
  }

  /** Returns what to do next; null if the thread is to end. */
  private synchronized @Nullable Runnable next(boolean endsOne) {
    ended += endsOne ? 1 : 0;
    awaitWork(System.nanoTime() + IDLE_NANOS);
    Runnable work = waiting.poll();
    if (work == null) {
      threads.remove(Thread.currentThread());
    }
    return work;
  }

  /** Waits until there is work, the time has come, or the thread is interrupted. */
  private synchronized void awaitWork(long until) {
    idle++;
    try {
      long left = IDLE_NANOS;
      while (waiting.isEmpty() && left > 0) {
        wait(1 + TimeUnit.NANOSECONDS.toMillis(left));
        left = until - System.nanoTime();
      }
    } catch (InterruptedException interrupted) {
      // it ends, unless there is work
    } finally {
      idle--;
    }
  }
}
