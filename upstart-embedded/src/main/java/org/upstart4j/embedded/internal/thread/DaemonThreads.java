package org.upstart4j.embedded.internal.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do not keep the JVM alive. */
public final class DaemonThreads {

  private DaemonThreads() {}

  /** Starts a thread. */
  public static void start(String name, Runnable work) {
    daemon(name, work).start();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Returns what makes a thread at a time, each of the same name. */
  public static ThreadFactory single(String name) {
    return work -> daemon(name, work);
  }

  /** Returns what makes threads whose names end with a number. */
  public static ThreadFactory numbered(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> daemon(name + "-" + count.incrementAndGet(), work);
  }

  /** Returns a pool that has as many threads as there is work, with numbered names. */
  public static ExecutorService pool(String name) {
    return Executors.newCachedThreadPool(numbered(name));
  }
}
