package org.upstart4j.embedded.internal.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do not keep the JVM alive. */
public final class Threads {

  private Threads() {}

  /**
   * Returns a pool that has as many threads as there is work.
   *
   * @param name what its threads' names begin with
   * @return the pool
   */
  public static ExecutorService pool(String name) {
    return Executors.newCachedThreadPool(named(name));
  }

  static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
