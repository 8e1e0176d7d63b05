package org.upstart4j.embedded.internal;

import org.jspecify.annotations.Nullable;
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
  private int pid;

  RunningProcess(Engine engine, InstanceProcesses processes, ProcessType type) {
    this.engine = engine;
    this.processes = processes;
    this.type = type;
  }

  void spawn(SpawnRequest request) {
    spawned = engine.spawner().spawn(request, this);
    pid = spawned.pid();
  }

  ProcessType type() {
    return type;
  }

  int pid() {
    return pid;
  }

  void become(int child) {
    pid = child;
  }

  /** Does nothing if it could not be spawned, and is about to be told so. */
  void signal(Signal signal) {
    if (spawned != null) {
      spawned.signal(pid, signal);
    }
  }

  /** Does nothing if it could not be spawned, and is about to be told so. */
  void signalGroup(Signal signal) {
    if (spawned != null) {
      spawned.signalGroup(pid, signal);
    }
  }

  @Override
  public void spawned(int child) {
    engine.post(() -> processes.spawned(this, child));
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
  public void forked(int child) {
    engine.post(() -> processes.forked(this, child));
  }

  @Override
  public void replaced() {
    engine.post(() -> processes.replaced(this));
  }

  @Override
  public void ended(int status) {
    engine.post(() -> processes.ended(this, status));
  }
}
