package org.upstart4j.embedded.internal.host;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.upstart4j.Environment;
import org.upstart4j.embedded.internal.thread.DaemonThreads;
import org.upstart4j.embedded.process.JobOutput;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** Spawns real processes of the machine, and ends them all when it is closed. */
public final class HostSpawner implements AutoCloseable {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Longer than a launch takes on a busy machine. */
  private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** Longer than it takes to read a pipe that nobody writes to any more. */
  private static final long READING_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A launch takes some milliseconds, except where something does not answer. */
  private static final long MOST_LAUNCH_MILLIS = TimeUnit.SECONDS.toMillis(30);

  private final ExecutorService workers = DaemonThreads.pool("upstart-process");
  private final Watch watch = new Watch();
  private final Guardian guardian = new Guardian();
  private final Leftovers leftovers = new Leftovers(guardian, watch);
  private final Logs logs = new Logs(watch, workers);
  private final OutputPipes pipes = new OutputPipes();
  private final Launches launches = new Launches(workers, watch, MOST_LAUNCH_MILLIS);
  private final LiveProcesses live = new LiveProcesses();
  private final HostProcess.Tools tools;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Optional<JobOutput> output = Optional.empty();

  /**
   * Makes a spawner that has spawned nothing yet.
   *
   * @param reaper knows how orphans end, if this process is the one that they are handed to
   */
  public HostSpawner(Optional<Reaper> reaper) {
    this.tools = new HostProcess.Tools(guardian, watch, leftovers, workers, reaper, live::remove);
  }

  /**
   * Has what processes write taken, in place of log files.
   *
   * @param taker takes it
   */
  public void writeTo(JobOutput taker) {
    output = Optional.of(taker);
  }

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
      Launcher.Started started = Launcher.start(launch(request, environment), guardian, this::log);
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

  private Optional<ProcessLog> log(Launch launch) {
    Optional<JobOutput> taker = launch.output();
    return taker.isEmpty()
        ? launch.log().flatMap(logs::open)
        : Optional.of(pipes.open(taker.get(), launch.definition().name(), launch.instance()));
  }

  private Launch launch(SpawnRequest request, Environment environment) {
    return new Launch(
        request.definition(),
        request.instance(),
        request.type(),
        request.command(),
        request.script(),
        environment,
        request.log(),
        output,
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
      pipes.awaitEnd(System.nanoTime() + READING_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
