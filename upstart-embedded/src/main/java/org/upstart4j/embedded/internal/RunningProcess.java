package org.upstart4j.embedded.internal;

import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** A process of an instance; what it does reaches the instance on the engine's thread. */
final class RunningProcess implements ProcessObserver {

  private final Engine engine;
  private final InstanceProcesses processes;
  private final ProcessType type;
  private @Nullable SpawnedProcess spawned;
  private int child;

  RunningProcess(Engine engine, InstanceProcesses processes, ProcessType type) {
    this.engine = engine;
    this.processes = processes;
    this.type = type;
  }

  void spawn(SpawnRequest request) {
    spawned = engine.spawner().spawn(request, this);
  }

  ProcessType type() {
    return type;
  }

  /** Returns the process that is followed; 0 while there is none, or nobody knows it yet. */
  int pid() {
    return child != 0 || spawned == null ? child : spawned.pid();
  }

  void become(int followed) {
    child = followed;
  }

  /** Does nothing if it could not be spawned, and is about to be told so. */
  void signal(Signal signal) {
    if (spawned != null) {
      spawned.signal(child, signal);
    }
  }

  /** Does nothing if it could not be spawned, and is about to be told so. */
  void signalGroup(Signal signal) {
    if (spawned != null) {
      spawned.signalGroup(child, signal);
    }
  }

  @Override
  public void executed() {
    engine.post(() -> processes.executed(this));
  }

  @Override
  public void failed(String reason) {
    engine.post(() -> processes.failed(this, reason));
  }

  @Override
  public void stopped() {
    engine.post(() -> processes.stopped(this));
  }

  @Override
  public void forked(int pid) {
    engine.post(() -> processes.forked(this, pid));
  }

  @Override
  public void replaced() {
    engine.post(() -> processes.replaced(this));
  }

  @Override
  public void ended(ExitStatus status) {
    engine.post(() -> processes.ended(this, status));
  }
}
