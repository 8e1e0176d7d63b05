package org.upstart4j.spi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;

/**
 * The listeners of one Upstart. Each has a queue of its own, and a thread of the {@link
 * SharedThreads} while there is something to hear, so that a slow one delays nobody; a queue that
 * is full drops what comes, and says so.
 */
public final class Listeners {

  private static final int LIMIT = 1 << 16;

  private final List<Hearing> hearings = new CopyOnWriteArrayList<>();
  private final List<UpstartListener> direct = new CopyOnWriteArrayList<>();
  private final int limit;
  private final Consumer<Throwable> failures;

  /**
   * Makes an empty list of listeners.
   *
   * @param failures told what a listener throws
   */
  public Listeners(Consumer<Throwable> failures) {
    this(failures, LIMIT);
  }

  Listeners(Consumer<Throwable> failures, int limit) {
    this.failures = failures;
    this.limit = limit;
  }

  /**
   * Adds a listener.
   *
   * @param listener the listener
   * @return closing it removes the listener
   */
  public Subscription add(UpstartListener listener) {
    Hearing hearing = new Hearing(listener);
    hearings.add(hearing);
    return hearing;
  }

  /**
   * Adds a listener that is told by the thread that tells, at once, and so must not wait.
   *
   * @param listener the listener
   * @return closing it removes the listener
   */
  public Subscription addDirect(UpstartListener listener) {
    direct.add(listener);
    return () -> direct.remove(listener);
  }

  /**
   * Says whether nobody listens.
   *
   * @return whether there is no listener
   */
  public boolean isEmpty() {
    return hearings.isEmpty() && direct.isEmpty();
  }

  /**
   * Returns all listeners.
   *
   * @return the listeners whose subscriptions are open
   */
  public List<UpstartListener> all() {
    List<UpstartListener> all = new ArrayList<>(direct);
    hearings.forEach(hearing -> all.add(hearing.listener));
    return all;
  }

  /**
   * Tells all listeners, each in its own turn, but for the direct ones. Never waits.
   *
   * @param call what to tell them
   */
  public void tell(Consumer<UpstartListener> call) {
    for (Hearing hearing : hearings) {
      hearing.add(call);
    }
    for (UpstartListener listener : direct) {
      tell(listener, call);
    }
  }

  private void tell(UpstartListener listener, Consumer<UpstartListener> call) {
    try {
      call.accept(listener);
    } catch (RuntimeException | Error failure) {
      failures.accept(failure);
    }
  }

  /** Removes all listeners, once each has heard what it was told before. */
  public void close() {
    // what they were told before is still in their queues
    hearings.clear();
    direct.clear();
  }

  /** One listener, and what it has not heard yet. */
  private final class Hearing implements Subscription {

    private final UpstartListener listener;
    private final ArrayDeque<Consumer<UpstartListener>> queue = new ArrayDeque<>();
    private @Nullable Thread telling;
    private boolean underWay;
    private long missed;
    private boolean closed;

    Hearing(UpstartListener listener) {
      this.listener = listener;
    }

    synchronized void add(Consumer<UpstartListener> call) {
      if (closed) {
        return;
      }
      if (queue.size() >= limit) {
        missed++;
      } else {
        sayMissed();
        queue.add(call);
      }
      if (!underWay) {
        underWay = true;
        SharedThreads.ALL.execute(this::run);
      }
    }

    private void sayMissed() {
      if (missed > 0) {
        long count = missed;
        missed = 0;
        queue.add(told -> told.missed(count));
      }
    }

    private void run() {
      for (var call = next(); call != null; call = next()) {
        tell(listener, call);
        if (Thread.interrupted()) {
          // a listener that interrupts its thread wants to end
          hearings.remove(this);
          drop();
        }
      }
    }

    private synchronized @Nullable Consumer<UpstartListener> next() {
      if (queue.isEmpty()) {
        sayMissed();
      }
      var call = queue.poll();
      underWay = call != null;
      telling = underWay ? Thread.currentThread() : null;
      notifyAll();
      return call;
    }

    private synchronized void drop() {
      closed = true;
      queue.clear();
      missed = 0;
    }

    @Override
    public void close() {
      hearings.remove(this);
      drop();
      try {
        awaitEnd();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** Waits for the call that is under way, unless that is what closes. */
    private synchronized void awaitEnd() throws InterruptedException {
      while (telling != null && telling != Thread.currentThread()) {
        wait();
      }
    }
  }
}
