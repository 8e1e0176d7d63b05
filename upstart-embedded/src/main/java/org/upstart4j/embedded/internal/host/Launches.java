package org.upstart4j.embedded.internal.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Launches processes in their order and a few at a time, so that a thousand of them neither take a
 * thousand threads nor get in each other's way. What a job controls can keep a launch waiting, for
 * example on a file system that does not answer. A slow launch soon makes room for the next one,
 * and is given up after a time; its thread remains until the system lets go of it, so only so many
 * may be slow.
 */
public final class Launches {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  static final int AT_ONCE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  static final int MOST_SLOW = 64;
  private static final long SLOW_MILLIS = 1_000;

  private final Executor workers;
  private final Watch watch;
  private final long limit;
  private final Deque<Launching> waiting = new ArrayDeque<>();
  private int running;
  private int slow;
  private int givenUp;

  /** A launch. */
  public interface Work {

    /** Launches a process; may wait. */
    void launch();

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
    this.workers = workers;
    this.watch = watch;
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

  /** Gives up none of those that run, but launches none of those that wait. */
  public synchronized void clear() {
    waiting.clear();
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
    try {
      launching.begin();
    } catch (RejectedExecutionException closed) {
      running--;
      launching.work.giveUp();
    } catch (RuntimeException | Error noThread) {
      LOG.error("There is no thread to launch a process with", noThread);
      running--;
      launching.work.giveUp();
    }
  }

  /** One launch. */
  private final class Launching {

    private final Work work;
    private boolean ended;
    private boolean isSlow;
    private boolean isGivenUp;
    private Runnable callOff = () -> {};

    private Launching(Work work) {
      this.work = work;
    }

    private void begin() {
      workers.execute(this::run);
      Runnable noRoom = watch.after(Math.min(SLOW_MILLIS, limit), this::makeRoom);
      Runnable noEnd = watch.after(limit, this::giveUp);
      callOff =
          () -> {
            noRoom.run();
            noEnd.run();
          };
    }

    private void run() {
      try {
        work.launch();
      } finally {
        end();
      }
    }

    private void end() {
      synchronized (Launches.this) {
        ended = true;
        callOff.run();
        running--;
        slow -= isSlow ? 1 : 0;
        givenUp -= isGivenUp ? 1 : 0;
        next();
      }
    }

    private void makeRoom() {
      synchronized (Launches.this) {
        if (!ended) {
          isSlow = true;
          slow++;
          next();
        }
      }
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
