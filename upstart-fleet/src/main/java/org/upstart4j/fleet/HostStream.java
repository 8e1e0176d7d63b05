package org.upstart4j.fleet;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Job;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.Listeners;

/**
 * What one host tells, in order, with the loss and the return of its connection in it. It is always
 * either heard, or waits to be connected. Thread-safe; telling never waits for the listener.
 */
final class HostStream {

  private static final Logger LOG = LoggerFactory.getLogger(HostStream.class);

  private static final int MOST_KEPT = 1 << 16;

  private final Listeners told =
      new Listeners(failure -> LOG.warn("A listener of a host has failed", failure));
  private final Subscription subscription;
  private final Runnable heard;
  private final Consumer<Hearing> over;

  private @Nullable Hearing current;
  private @Nullable Set<String> jobs;
  private boolean lost;
  private boolean closed;

  /**
   * Makes a stream that is not connected.
   *
   * @param heard told like the listener when the host is heard for the first time, unless it was
   *     told as lost before
   * @param over told of each hearing that has come to its end: it is to be {@link Hearing#end
   *     ended}, by a thread that may wait; must not wait itself
   */
  HostStream(UpstartListener listener, Runnable heard, Consumer<Hearing> over) {
    this.subscription = told.add(listener);
    this.heard = heard;
    this.over = over;
  }

  /** Returns what will hear the host, once it is connected. */
  Hearing hearing() {
    return new Hearing();
  }

  /** Begins to pass on what is heard: first what was missed, then what was heard meanwhile. */
  private synchronized void connected(Hearing hearing) {
    if (closed || hearing.dead) {
      over.accept(hearing);
      return;
    }
    Set<String> before = jobs;
    jobs = hearing.now;
    current = hearing;
    if (lost) {
      lost = false;
      Set<String> came = before == null ? Set.of() : without(hearing.now, before);
      Set<String> gone = before == null ? Set.of() : without(before, hearing.now);
      told.tell(listener -> listener.connectionRegained(came, gone));
    } else if (before == null) {
      told.tell(listener -> heard.run());
    }
    hearing.open();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return Set.copyOf(rest);
  }

  /** Notes that the host can't be heard, and says so unless it was said before. */
  private synchronized void lose(Hearing hearing, UpstartUnavailableException reason) {
    hearing.die();
    current = null;
    if (!closed && !lost) {
      lost = true;
      told.tell(listener -> listener.connectionLost(reason));
    }
    over.accept(hearing);
  }

  /** Ends it. Does not wait for the listener, which may still be in a call. */
  void end() {
    Hearing last;
    synchronized (this) {
      closed = true;
      last = current;
      current = null;
    }
    if (last != null) {
      last.end();
    }
  }

  /** Waits until the listener has returned. It hears nothing more after that. */
  void awaitEnd() {
    subscription.close();
  }

  /** Hears the host over one connection. */
  final class Hearing extends HearingListener {

    private final Set<String> now = new HashSet<>();
    private final Queue<Runnable> early = new ArrayDeque<>();
    private @Nullable Subscription source;
    private long dropped;
    private boolean open;
    private boolean dead;

    /** Connects to the host. Waits for it. */
    void connect(Upstart upstart) {
      subscribed(upstart.subscribe(this));
      // after that, as what comes later is heard
      for (Job job : upstart.jobs()) {
        now.add(job.name());
      }
    }

    /** Keeps what was subscribed, or ends it if this has been given up meanwhile. */
    private void subscribed(Subscription from) {
      boolean late;
      synchronized (HostStream.this) {
        source = from;
        late = dead;
      }
      if (late) {
        from.close();
      }
    }

    /** Passes on what the host tells, from now on. */
    void begin() {
      connected(this);
    }

    /** Gives up, as the host can't be heard. */
    void fail(UpstartUnavailableException reason) {
      lose(this, reason);
    }

    private void die() {
      dead = true;
      early.clear();
    }

    /** Hears nothing more. May wait for the host's own thread. */
    void end() {
      Subscription from;
      synchronized (HostStream.this) {
        die();
        from = source;
      }
      if (from != null) {
        from.close();
      }
    }

    private void open() {
      open = true;
      for (Runnable call = early.poll(); call != null; call = early.poll()) {
        call.run();
      }
      if (dropped > 0 && !dead) {
        long count = dropped;
        told.tell(listener -> listener.missed(count));
      }
    }

    private void inOrder(Runnable call) {
      synchronized (HostStream.this) {
        if (dead) {
          return;
        } else if (open) {
          call.run();
        } else if (early.size() < MOST_KEPT) {
          early.add(call);
        } else {
          dropped++;
        }
      }
    }

    @Override
    void pass(Consumer<UpstartListener> call) {
      inOrder(() -> told.tell(call));
    }

    @Override
    public void jobAdded(String job) {
      inOrder(() -> now.add(job));
      super.jobAdded(job);
    }

    @Override
    public void jobRemoved(String job) {
      inOrder(() -> now.remove(job));
      super.jobRemoved(job);
    }

    @Override
    public void connectionLost(UpstartUnavailableException reason) {
      inOrder(() -> lose(this, reason));
    }

    /** Says nothing: the loss ended this hearing, and the next one says what has changed. */
    @Override
    public void connectionRegained(Set<String> came, Set<String> gone) {}
  }
}
