package org.upstart4j.dbus.internal.wire;

/** Threads that don't keep the program running. */
public final class DbusThreads {

  private DbusThreads() {}

  /**
   * Makes a thread.
   *
   * @param does what it does, for its name
   */
  public static Thread of(String does, Runnable run) {
    Thread thread = new Thread(run, "upstart-dbus-" + does);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a thread.
   *
   * @param does what it does, for its name
   */
  public static void start(String does, Runnable run) {
    of(does, run).start();
  }
}
