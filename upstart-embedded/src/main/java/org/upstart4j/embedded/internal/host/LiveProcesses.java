package org.upstart4j.embedded.internal.host;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes that are being started or have not ended. */
final class LiveProcesses {

  private final Set<HostProcess> live = ConcurrentHashMap.newKeySet();
  private int starting;

  /** One more is being started, though there is no process yet. */
  synchronized void starting() {
    starting++;
  }

  /** One that was being started has been added, or could not be started. */
  synchronized void started() {
    starting--;
    notifyAll();
  }

  void add(HostProcess process) {
    live.add(process);
  }

  synchronized void remove(HostProcess process) {
    live.remove(process);
    notifyAll();
  }

  void destroy() {
    live.forEach(HostProcess::destroy);
  }

  /**
   * Waits until all have ended.
   *
   * @param deadline until when, as {@link System#nanoTime} counts
   */
  synchronized void awaitEnd(long deadline) throws InterruptedException {
    for (long left = deadline - System.nanoTime(); isBusy() && left > 0; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
  }

  private synchronized boolean isBusy() {
    return starting > 0 || !live.isEmpty();
  }
}
