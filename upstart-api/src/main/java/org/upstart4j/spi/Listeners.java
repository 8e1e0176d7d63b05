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
 * The listeners of one Upstart. Each has a thread and a queue of its own, so that a slow one delays
 * nobody; a queue that is full drops what comes, and says so.
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
   * Tells all listeners, each on its own thread, but for the direct ones. Never waits.
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
    for (Hearing hearing : hearings) {
      hearing.finish();
    }
    hearings.clear();
    direct.clear();
  }

  /** One listener, its thread, and what it has not heard yet. */
  private final class Hearing implements Subscription {

    private final UpstartListener listener;
    private final ArrayDeque<Consumer<UpstartListener>> queue = new ArrayDeque<>();
    private final Thread thread;
    private long missed;
    private boolean closed;
    private boolean finishing;

    Hearing(UpstartListener listener) {
      this.listener = listener;
      this.thread = new Thread(this::run, "upstart-listener");
      thread.setDaemon(true);
      thread.start();
    }

    synchronized void add(Consumer<UpstartListener> call) {
      if (queue.size() >= limit) {
        missed++;
      } else {
        sayMissed();
        queue.add(call);
      }
      notifyAll();
    }

    private void sayMissed() {
      if (missed > 0) {
        long count = missed;
        missed = 0;
        queue.add(told -> told.missed(count));
      }
    }

    synchronized void finish() {
      finishing = true;
      notifyAll();
    }

    private void run() {
      try {
        for (var call = next(); call != null; call = next()) {
          tell(listener, call);
        }
      } catch (InterruptedException interrupted) {
        // nobody else has this thread: a listener that interrupts it wants to end
        hearings.remove(this);
      }
    }

    private synchronized @Nullable Consumer<UpstartListener> next() throws InterruptedException {
      if (queue.isEmpty()) {
        sayMissed();
      }
      while (queue.isEmpty() && !finishing && !closed) {
        wait();
      }
      return closed ? null : queue.poll();
    }

    @Override
    public void close() {
      hearings.remove(this);
      synchronized (this) {
        closed = true;
        notifyAll();
      }
      if (Thread.currentThread() != thread) {
        join();
      }
    }

    private void join() {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
