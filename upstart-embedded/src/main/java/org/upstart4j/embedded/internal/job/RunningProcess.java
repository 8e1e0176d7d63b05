package org.upstart4j.embedded.internal.job;

import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/** A process of an instance. What it does reaches its owner on the engine's thread. */
final class RunningProcess implements ProcessObserver {

  private final EnginePort engine;
  private final Owner owner;
  private final ProcessType type;
  private @Nullable SpawnedProcess spawned;
  private int child;

  /** Is told on the engine's thread what a process does. */
  interface Owner {

    void executed(RunningProcess process);

    void failed(RunningProcess process, String reason);

    void stopped(RunningProcess process);

    void forked(RunningProcess process, int child);

    void replaced(RunningProcess process);

    void ended(RunningProcess process, ExitStatus status);
  }

  RunningProcess(EnginePort engine, Owner owner, ProcessType type) {
    this.engine = engine;
    this.owner = owner;
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
    engine.post(() -> owner.executed(this));
  }

  @Override
  public void failed(String reason) {
    engine.post(() -> owner.failed(this, reason));
  }

  @Override
  public void stopped() {
    engine.post(() -> owner.stopped(this));
  }

  @Override
  public void forked(int pid) {
    engine.post(() -> owner.forked(this, pid));
  }

  @Override
  public void replaced() {
    engine.post(() -> owner.replaced(this));
  }

  @Override
  public void ended(ExitStatus status) {
    engine.post(() -> owner.ended(this, status));
  }
}
