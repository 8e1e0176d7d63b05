package org.upstart4j.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.internal.host.AppArmor;
import org.upstart4j.embedded.internal.host.Guardian;
import org.upstart4j.embedded.internal.host.Launch;
import org.upstart4j.embedded.internal.host.Launcher;
import org.upstart4j.embedded.internal.host.Launches;
import org.upstart4j.embedded.internal.host.Leftovers;
import org.upstart4j.embedded.internal.host.Logs;
import org.upstart4j.embedded.internal.host.SetupException;
import org.upstart4j.embedded.internal.host.Threads;
import org.upstart4j.embedded.internal.host.Watch;
import org.upstart4j.embedded.internal.initctl.JobPrograms;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/**
 * Real processes of the machine, for one engine. Needs Linux and the programs that every Linux has.
 *
 * <p>All of them end when this is closed or the JVM dies. An exit status from 129 to 192 is taken
 * for the signal that it is greater by 128 than, as Java does not tell the two apart; that of a
 * process which has gone into the background is mostly unknown, and told as 0.
 */
public final class HostProcesses implements ProcessSpawner {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A launch takes some milliseconds, except where something does not answer. */
  private static final long MOST_LAUNCH_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final ExecutorService workers = Threads.pool("upstart-process");
  private final Watch watch = new Watch();
  private final Guardian guardian = new Guardian();
  private final Leftovers leftovers = new Leftovers(guardian, watch);
  private final Logs logs = new Logs(watch, workers);
  private final Launches launches = new Launches(workers, watch, MOST_LAUNCH_MILLIS);
  private final Set<HostProcess> live = ConcurrentHashMap.newKeySet();
  private final HostProcess.Tools tools =
      new HostProcess.Tools(guardian, watch, leftovers, workers, this::over);
  private final boolean givesInitctl;
  private volatile @Nullable JobPrograms programs;
  private int starting;
  private volatile boolean closed;

  /** Makes a spawner that has spawned nothing yet. */
  public HostProcesses() {
    this(false);
  }

  private HostProcesses(boolean givesInitctl) {
    this.givesInitctl = givesInitctl;
  }

  /**
   * Makes a spawner whose processes find initctl, start, stop, restart, reload and status first on
   * their {@code PATH}. These reach the engine that the process belongs to, and know what jobs use
   * of them: not {@code show-config}, {@code check-config} and {@code list-sessions}. They are in a
   * temporary folder while the engine is open, and are for processes of the engine's own user.
   *
   * @return the spawner
   */
  public static HostProcesses withInitctl() {
    return new HostProcesses(true);
  }

  /**
   * Makes the programs that processes find.
   *
   * @param upstart what they reach
   * @throws UncheckedIOException if there is no temporary folder for them
   */
  @Override
  public void belongsTo(Upstart upstart) {
    try {
      programs = givesInitctl ? JobPrograms.of(upstart) : null;
    } catch (IOException failure) {
      throw new UncheckedIOException("The jobs' initctl cannot be made", failure);
    }
  }

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    if (closed) {
      throw new IllegalStateException("No process is spawned after the close");
    }
    Launching launching = new Launching(() -> start(request, observer), observer);
    if (launches.add(launching)) {
      launching.begins();
    }
    return launching;
  }

  @Override
  public boolean loadsSecurityProfiles() {
    return AppArmor.isAvailable();
  }

  private HostProcess start(SpawnRequest request, ProcessObserver observer) throws SetupException {
    starting(1);
    try {
      Launcher.Started started = Launcher.start(launch(request), guardian, logs);
      HostProcess spawned = new HostProcess(request, observer, started, tools);
      live.add(spawned);
      if (closed) {
        // the close may have been too early to see it
        spawned.destroy();
      }
      return spawned;
    } finally {
      starting(-1);
    }
  }

  private synchronized void starting(int more) {
    starting += more;
    notifyAll();
  }

  private Environment environment(SpawnRequest request) {
    JobPrograms found = programs;
    return found == null ? request.environment() : found.onPath(request.environment());
  }

  private Launch launch(SpawnRequest request) {
    return new Launch(
        request.definition(),
        request.type(),
        request.command(),
        request.script(),
        environment(request),
        request.log(),
        request.rootFolder());
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    launches.clear();
    boolean interrupted = Thread.interrupted();
    guardian.close();
    live.forEach(HostProcess::destroy);
    awaitEnd();
    JobPrograms made = programs;
    if (made != null) {
      made.close();
    }
    watch.close();
    workers.shutdown();
    logs.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void over(HostProcess process) {
    live.remove(process);
    notifyAll();
  }

  private synchronized void awaitEnd() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try {
      for (long left = PATIENCE_NANOS; (starting > 0 || !live.isEmpty()) && left > 0; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
      leftovers.awaitEnd(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
