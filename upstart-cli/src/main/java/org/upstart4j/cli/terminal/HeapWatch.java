package org.upstart4j.cli.terminal;

import java.time.Duration;

/**
 * Keeps the heap of a program that runs for months small. Left alone, the simple collector of a
 * recent JDK lets the heap grow to its limit before it looks for garbage among older objects, and
 * the buffers outside of the heap that they hold stay as well. So this has it look when the heap in
 * use has grown by half since the last time, and once at the start, when much was read.
 */
public final class HeapWatch {

  private static final Duration PAUSE = Duration.ofSeconds(20);

  /** Growth up to this is not worth a collection. */
  private static final long LITTLE = 4L << 20;

  private final Runtime runtime = Runtime.getRuntime();
  private long limit;

  private HeapWatch() {}

  /** Watches until the program ends. */
  public static void start() {
    Thread thread = new Thread(new HeapWatch()::run, "upstart-heap");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        look();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    if (inUse() > limit) {
      System.gc();
      limit = inUse() * 3 / 2 + LITTLE;
    }
  }

  private long inUse() {
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
