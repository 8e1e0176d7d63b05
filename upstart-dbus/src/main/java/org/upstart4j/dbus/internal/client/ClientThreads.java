package org.upstart4j.dbus.internal.client;

/** Threads of a client, which do not keep the JVM alive. */
final class ClientThreads {

  private ClientThreads() {}

  /** Returns a thread that has not been started. */
  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
