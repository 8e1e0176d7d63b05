package org.upstart4j.embedded.internal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What comes from outside and waits for the engine's thread, in its order: commands, what processes
 * do, time, changed files.
 */
final class Inbox {

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  /** Adds something to do on the engine's thread, unless the engine is closed. */
  void post(Runnable work) {
    waiting.add(work);
  }

  /** Waits for the next thing to do. */
  Runnable next() throws InterruptedException {
    return waiting.take();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
