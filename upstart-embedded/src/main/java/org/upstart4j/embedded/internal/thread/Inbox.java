package org.upstart4j.embedded.internal.thread;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What comes from outside and waits for the engine's thread, in its order: commands, what processes
 * do, time, changed files.
 */
public final class Inbox {

  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /** Adds something to do on the engine's thread, unless the engine is closed. */
  public synchronized void post(Runnable work) {
    waiting.add(work);
    notifyAll();
  }

  /** Waits until there is something to do. */
  synchronized void await() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
  }

  /** Takes the next thing to do; null if there is none. */
  synchronized @Nullable Runnable poll() {
    return waiting.poll();
  }

  synchronized int size() {
    return waiting.size();
  }

  boolean isEmpty() {
    return size() == 0;
  }
}
