package org.upstart4j.cli.init;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.process.JobOutput;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** Watches a job until it has ended for good, and how its main process has ended. */
final class WatchedJob implements UpstartListener {

  private final String job;
  private final Runnable ended;
  private final Set<String> instances = new HashSet<>();
  private volatile @Nullable ExitStatus status;
  private volatile boolean failed;

  /**
   * Makes a watcher that has seen nothing yet.
   *
   * @param job the job's name
   * @param ended done when the last of its instances is gone
   */
  WatchedJob(String job, Runnable ended) {
    this.job = job;
    this.ended = ended;
  }

  String job() {
    return job;
  }

  /** How its last main process has ended; nothing if there was none, or it could not be run. */
  Optional<ExitStatus> status() {
    return Optional.ofNullable(status);
  }

  /** Whether Upstart takes its end for a failure. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public void failed(String name, String instance, ExitStatus how) {
    failed |= name.equals(job);
  }

  @Override
  public void stateChanged(String name, String instance, State state) {
    if (!name.equals(job)) {
      return;
    }
    if (!state.equals(State.WAITING)) {
      instances.add(instance);
      failed &= !state.equals(State.RUNNING);
    } else if (instances.remove(instance) && instances.isEmpty()) {
      ended.run();
    }
  }

  /** The same processes, watched. */
  ProcessSpawner watching(ProcessSpawner processes) {
    return new Watching(processes);
  }

  private final class Watching implements ProcessSpawner {

    private final ProcessSpawner processes;

    private Watching(ProcessSpawner processes) {
      this.processes = processes;
    }

    @Override
    public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
      boolean counts =
          request.type() == ProcessType.MAIN && request.definition().name().equals(job);
      return processes.spawn(request, counts ? new Observing(observer) : observer);
    }

    @Override
    public void belongsTo(Upstart upstart) {
      processes.belongsTo(upstart);
    }

    @Override
    public void writeTo(JobOutput output) {
      processes.writeTo(output);
    }

    @Override
    public boolean runsHere() {
      return processes.runsHere();
    }

    @Override
    public void catchUp() {
      processes.catchUp();
    }

    @Override
    public boolean loadsSecurityProfiles() {
      return processes.loadsSecurityProfiles();
    }

    @Override
    public void close() {
      processes.close();
    }
  }

  private final class Observing implements ProcessObserver {

    private final ProcessObserver observer;

    private Observing(ProcessObserver observer) {
      this.observer = observer;
    }

    @Override
    public void spawned(int pid) {
      observer.spawned(pid);
    }

    @Override
    public void executed() {
      observer.executed();
    }

    @Override
    public void failed(String reason) {
      status = null;
      observer.failed(reason);
    }

    @Override
    public void stopped() {
      observer.stopped();
    }

    @Override
    public void forked(int pid) {
      observer.forked(pid);
    }

    @Override
    public void replaced() {
      observer.replaced();
    }

    @Override
    public void ended(ExitStatus how) {
      status = how;
      observer.ended(how);
    }
  }
}
