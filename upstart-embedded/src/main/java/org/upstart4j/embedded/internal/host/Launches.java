package org.upstart4j.embedded.internal.host;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Launches processes in their order and a few at a time, so that a thousand of them neither take a
 * thousand threads nor get in each other's way. What a job controls can keep a launch waiting, for
 * example on a file system that does not answer. A slow launch soon makes room for the next one,
 * and is given up after a time; its thread remains until the system lets go of it, so only so many
 * may be slow.
 *
 * <p>How launches went is told in the order in which they began, as Upstart hears of it; only slow
 * ones come later.
 */
public final class Launches {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  static final int AT_ONCE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  static final int MOST_SLOW = 64;
  private static final long SLOW_MILLIS = 1_000;

  private final Executor workers;
  private final Watch watch;
  private final long slowAfter;
  private final long limit;
  private final Deque<Launching> waiting = new ArrayDeque<>();

  /** Those that have begun and are to be told of, without slow ones. */
  private final Deque<Launching> begun = new ArrayDeque<>();

  /** Those that have begun and have not been told of, without slow ones. */
  private final Set<Launching> untold = new HashSet<>();

  private final Object telling = new Object();
  private int running;
  private int slow;
  private int givenUp;

  /** A launch. */
  public interface Work {

    /** Launches a process; may wait. Returns what tells how that went. */
    Runnable launch();

    /** Gives it up, while it is still being launched. */
    void giveUp();
  }

  /**
   * Makes one that has nothing to launch yet.
   *
   * @param workers launch
   * @param watch tells the time
   * @param limit how long a launch may take, in milliseconds
   */
  public Launches(Executor workers, Watch watch, long limit) {
    this(workers, watch, SLOW_MILLIS, limit);
  }

  Launches(Executor workers, Watch watch, long slow, long limit) {
    this.workers = workers;
    this.watch = watch;
    this.slowAfter = Math.min(slow, limit);
    this.limit = limit;
  }

  /**
   * Launches a process soon. Does not wait.
   *
   * @param work launches it
   * @return whether it is its turn already
   */
  public synchronized boolean add(Work work) {
    waiting.add(new Launching(work));
    next();
    return waiting.isEmpty();
  }

  /** Launches none of those that wait; those that run go on. */
  public synchronized void clear() {
    waiting.clear();
  }

  /**
   * Waits a moment, until it has been told how those launches went that have begun by now. A
   * program that runs may ask for something before the thread that launched it is scheduled again.
   *
   * @param nanos how long to wait at most
   */
  synchronized void awaitBegun(long nanos) {
    Set<Launching> begunByNow = Set.copyOf(untold);
    long deadline = System.nanoTime() + nanos;
    try {
      long left = nanos;
      while (left > 0 && !Collections.disjoint(begunByNow, untold)) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void told(Launching launching) {
    untold.remove(launching);
    notifyAll();
  }

  private synchronized void next() {
    while (!waiting.isEmpty() && running < AT_ONCE + Math.min(slow, MOST_SLOW)) {
      begin(waiting.remove());
    }
    if (givenUp == AT_ONCE + MOST_SLOW) {
      waiting.forEach(launching -> launching.work.giveUp());
      waiting.clear();
    }
  }

  private void begin(Launching launching) {
    running++;
    begun.add(launching);
    untold.add(launching);
    try {
      launching.begin();
    } catch (RejectedExecutionException closed) {
      forget(launching);
    } catch (RuntimeException | Error noThread) {
      LOG.error("There is no thread to launch a process with", noThread);
      forget(launching);
    }
  }

  private void forget(Launching launching) {
    running--;
    begun.remove(launching);
    told(launching);
    launching.work.giveUp();
  }

  private void tell() {
    synchronized (telling) {
      for (Launching first = ended(); first != null; first = ended()) {
        first.tell();
      }
    }
  }

  /** Takes the first one if it has ended. */
  private synchronized @Nullable Launching ended() {
    Launching first = begun.peek();
    return first != null && first.ended ? begun.remove() : null;
  }

  /** One launch. */
  private final class Launching {

    private final Work work;
    private boolean ended;
    private boolean isSlow;
    private boolean isGivenUp;
    private Runnable callOff = () -> {};
    private Runnable outcome = () -> {};

    private Launching(Work work) {
      this.work = work;
    }

    private void begin() {
      workers.execute(this::run);
      Runnable noRoom = watch.after(slowAfter, this::makeRoom);
      Runnable noEnd = watch.after(limit, this::giveUp);
      callOff =
          () -> {
            noRoom.run();
            noEnd.run();
          };
    }

    private void run() {
      try {
        outcome = work.launch();
      } finally {
        end();
      }
    }

    private void tell() {
      try {
        outcome.run();
      } catch (RuntimeException | Error fault) {
        LOG.error("How a launch went could not be told", fault);
      } finally {
        told(this);
      }
    }

    private void end() {
      boolean alone;
      synchronized (Launches.this) {
        alone = isSlow;
        ended = true;
        callOff.run();
        running--;
        slow -= isSlow ? 1 : 0;
        givenUp -= isGivenUp ? 1 : 0;
        next();
      }
      if (alone) {
        tell();
      } else {
        Launches.this.tell();
      }
    }

    private void makeRoom() {
      synchronized (Launches.this) {
        if (ended) {
          return;
        }
        isSlow = true;
        slow++;
        begun.remove(this);
        told(this);
        next();
      }
      Launches.this.tell();
    }

    private void giveUp() {
      synchronized (Launches.this) {
        if (ended) {
          return;
        }
        isGivenUp = true;
        givenUp++;
      }
      work.giveUp();
      next();
    }
  }
}
