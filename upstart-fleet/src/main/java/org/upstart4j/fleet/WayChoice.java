package org.upstart4j.fleet;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartUnavailableException;

/**
 * Chooses the way to a host: once, by the first caller who comes through. A way that is not open
 * yet is looked for again by the next caller. Thread-safe; waiting for it can be interrupted, and
 * closing waits for nobody.
 */
final class WayChoice implements AutoCloseable {

  /** A way, and the Upstart at its end. */
  record Taken(Upstart upstart, Way way) {}

  private final Supplier<Taken> choose;
  private final Runnable release;
  private final ReentrantLock choosing = new ReentrantLock();
  private volatile @Nullable Taken taken;
  private volatile boolean closed;

  /**
   * Makes a choice that is still open.
   *
   * @param choose looks for a way; throws if there is none now
   * @param release closes whatever was made for it
   */
  WayChoice(Supplier<Taken> choose, Runnable release) {
    this.choose = choose;
    this.release = release;
  }

  /** Returns the way that was taken, if one was. */
  @Nullable Taken known() {
    return taken;
  }

  /** Returns the way that is taken from now on. */
  Taken take() {
    requireOpen();
    Taken before = taken;
    return before == null ? first() : before;
  }

  private void requireOpen() {
    if (closed) {
      throw new UpstartUnavailableException("The connection to the host was closed", null);
    }
  }

  private Taken first() {
    try {
      choosing.lockInterruptibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException("a way to the host", interrupted);
    }
    try {
      Taken before = taken;
      return before == null ? keep(choose.get()) : before;
    } finally {
      choosing.unlock();
    }
  }

  private Taken keep(Taken found) {
    taken = found;
    if (closed) {
      found.upstart().close();
      requireOpen();
    }
    return found;
  }

  @Override
  public void close() {
    closed = true;
    release.run();
    Taken last = taken;
    if (last != null) {
      last.upstart().close();
    }
  }
}
