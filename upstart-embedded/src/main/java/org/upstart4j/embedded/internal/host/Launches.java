package org.upstart4j.embedded.internal.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Launches processes, a few at a time. What a job controls can keep a launch waiting, for example
 * on a file system that does not answer. Such a launch is given up after a time, and then does not
 * keep the others waiting any more; its thread remains until the system lets go of it, so only so
 * many may be given up.
 */
public final class Launches {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  static final int AT_ONCE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  static final int MOST_LATE = 64;

  private final Executor workers;
  private final Watch watch;
  private final long limit;
  private final Deque<Launching> waiting = new ArrayDeque<>();
  private int running;
  private int late;

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
   */
  public synchronized void add(Work work) {
    waiting.add(new Launching(work));
    next();
  }

  private synchronized void next() {
    while (!waiting.isEmpty() && running < AT_ONCE + Math.min(late, MOST_LATE)) {
      begin(waiting.remove());
    }
    if (late == AT_ONCE + MOST_LATE) {
      waiting.forEach(launching -> launching.work.giveUp());
      waiting.clear();
    }
  }

  private void begin(Launching launching) {
    running++;
    try {
      workers.execute(launching::run);
      watch.after(limit, launching::isLate);
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
    private boolean late;

    private Launching(Work work) {
      this.work = work;
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
        running--;
        if (late) {
          Launches.this.late--;
        }
        next();
      }
    }

    private void isLate() {
      synchronized (Launches.this) {
        if (ended) {
          return;
        }
        late = true;
        Launches.this.late++;
      }
      work.giveUp();
      next();
    }
  }
}
