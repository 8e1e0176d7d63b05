package org.upstart4j.embedded.internal.thread;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What comes from outside and waits for the engine's thread, in its order: commands, what processes
 * do, time, changed files.
 */
public final class Inbox {

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  /** Adds something to do on the engine's thread, unless the engine is closed. */
  public void post(Runnable work) {
    waiting.add(work);
  }

  /** Waits for the next thing to do. */
  public Runnable next() throws InterruptedException {
    return waiting.take();
  }

  public boolean isEmpty() {
    return waiting.isEmpty();
  }
}
