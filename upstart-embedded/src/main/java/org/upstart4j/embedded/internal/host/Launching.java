package org.upstart4j.embedded.internal.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnedProcess;

/**
 * A process that is being launched, and later the process itself. Signals wait until the launcher
 * has become the program or is just about to: before that it could ignore them. SIGKILL waits only
 * until there is a process.
 */
final class Launching implements SpawnedProcess, Launches.Work {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final String TOO_LATE = "unable to execute: Connection timed out";

  /** How long a caller that asks for the process id waits for it once the launch has begun. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Starter starter;
  private final ProcessObserver observer;
  private final List<Consumer<HostProcess>> held = new ArrayList<>();
  private @Nullable HostProcess process;
  private long begunAt;
  private boolean begun;
  private boolean launched;
  private boolean killed;
  private boolean settled;

  /** Starts a process. */
  interface Starter {

    /**
     * Starts the launcher, which does not begin yet.
     *
     * @return the process
     * @throws SetupException if it is certain to fail, or cannot be started
     */
    HostProcess start() throws SetupException;
  }

  Launching(Starter starter, ProcessObserver observer) {
    this.starter = starter;
    this.observer = observer;
  }

  @Override
  public Runnable launch() {
    try {
      HostProcess started = starter.start();
      become(started);
      String reason = started.launch();
      return () -> tell(started, reason);
    } catch (SetupException e) {
      return () -> fail(e.text());
    } catch (RuntimeException | Error fault) {
      LOG.error("A process could not be launched", fault);
      return () -> fail("unable to execute: " + fault);
    }
  }

  private void tell(HostProcess started, String reason) {
    if (reason.isEmpty() && settle()) {
      started.run();
      deliver(started);
    } else {
      started.abandon();
      fail(reason);
    }
  }

  private void become(HostProcess started) {
    synchronized (this) {
      process = started;
      notifyAll();
      if (settled) {
        started.abandon();
        return;
      }
      if (killed) {
        started.signalGroup(started.pid(), Signal.KILL);
      }
    }
    observer.spawned(started.pid());
  }

  /** Says whether it is this one that says how the launch has ended. */
  private synchronized boolean settle() {
    boolean first = !settled;
    settled = true;
    notifyAll();
    return first;
  }

  private void fail(String reason) {
    if (settle()) {
      observer.failed(reason);
    }
  }

  private synchronized void deliver(HostProcess started) {
    launched = true;
    held.forEach(signal -> signal.accept(started));
    held.clear();
  }

  /** Says so at once: even a killed launcher may not end as long as something does not answer. */
  @Override
  public void giveUp() {
    if (!settle()) {
      return;
    }
    observer.failed(TOO_LATE);
    HostProcess started;
    synchronized (this) {
      started = process;
    }
    if (started != null) {
      started.abandon();
    }
  }

  /** Nothing is before it, so the system will have started it in a few milliseconds. */
  synchronized void begins() {
    begun = true;
    begunAt = System.nanoTime();
  }

  /** Waits for it a moment if the launch has begun. */
  @Override
  public synchronized int pid() {
    try {
      for (long left = patience(); process == null && left > 0; left = patience()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return process == null ? 0 : process.pid();
  }

  private long patience() {
    return begun && !settled ? PATIENCE_NANOS - (System.nanoTime() - begunAt) : 0;
  }

  @Override
  public void signal(int pid, Signal signal) {
    send(signal, to -> to.signal(pid == 0 ? to.pid() : pid, signal));
  }

  @Override
  public void signalGroup(int pid, Signal signal) {
    send(signal, to -> to.signalGroup(pid == 0 ? to.pid() : pid, signal));
  }

  private synchronized void send(Signal signal, Consumer<HostProcess> send) {
    boolean kills = signal.equals(Signal.KILL);
    killed |= kills;
    if (process != null && (launched || kills)) {
      send.accept(process);
    } else {
      held.add(send);
    }
  }
}
