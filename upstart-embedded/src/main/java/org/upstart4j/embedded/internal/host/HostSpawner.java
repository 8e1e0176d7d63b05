package org.upstart4j.embedded.internal.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.upstart4j.Environment;
import org.upstart4j.embedded.internal.thread.DaemonThreads;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** Spawns real processes of the machine, and ends them all when it is closed. */
public final class HostSpawner implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Longer than a launch takes on a busy machine. */
  private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** A launch takes some milliseconds, except where something does not answer. */
  private static final long MOST_LAUNCH_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final ExecutorService workers = DaemonThreads.pool("upstart-process");
  private final Watch watch = new Watch();
  private final Guardian guardian = new Guardian();
  private final Leftovers leftovers = new Leftovers(guardian, watch);
  private final Logs logs = new Logs(watch, workers);
  private final Launches launches = new Launches(workers, watch, MOST_LAUNCH_MILLIS);
  private final LiveProcesses live = new LiveProcesses();
  private final HostProcess.Tools tools =
      new HostProcess.Tools(guardian, watch, leftovers, workers, live::remove);
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Makes a spawner that has spawned nothing yet. */
  public HostSpawner() {}

  /**
   * Spawns a process, without waiting for it.
   *
   * @param request what to run, and how
   * @param environment the process's variables, in place of those of the request
   * @param observer told what becomes of the process
   * @return the process
   */
  public SpawnedProcess spawn(
      SpawnRequest request, Environment environment, ProcessObserver observer) {
    if (closed.get()) {
      throw new IllegalStateException("No process is spawned after the close");
    }
    Launching launching = new Launching(() -> start(request, environment, observer), observer);
    if (launches.add(launching)) {
      launching.begins();
    }
    return launching;
  }

  /** Waits a moment for the launches that have begun. */
  public void catchUp() {
    launches.awaitBegun(CATCH_UP_NANOS);
  }

  private HostProcess start(SpawnRequest request, Environment environment, ProcessObserver observer)
      throws SetupException {
    live.starting();
    try {
      Launcher.Started started = Launcher.start(launch(request, environment), guardian, logs);
      HostProcess spawned = new HostProcess(request, observer, started, tools);
      live.add(spawned);
      if (closed.get()) {
        // the close may have been too early to see it
        spawned.destroy();
      }
      return spawned;
    } finally {
      live.started();
    }
  }

  private static Launch launch(SpawnRequest request, Environment environment) {
    return new Launch(
        request.definition(),
        request.type(),
        request.command(),
        request.script(),
        environment,
        request.log(),
        request.rootFolder());
  }

  /** Ends all processes, and waits for their ends, but not for ever. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    launches.clear();
    boolean interrupted = Thread.interrupted();
    guardian.close();
    live.destroy();
    awaitEnd();
    watch.close();
    workers.shutdown();
    logs.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try {
      live.awaitEnd(deadline);
      leftovers.awaitEnd(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
