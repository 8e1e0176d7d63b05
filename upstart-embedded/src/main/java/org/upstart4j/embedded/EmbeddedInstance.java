package org.upstart4j.embedded;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.command.Commands;

/** An instance of the engine, by its name. */
record EmbeddedInstance(EmbeddedJob parent, String name) implements Instance {

  @Override
  public Job job() {
    return parent;
  }

  private EngineCalls calls() {
    return parent.calls();
  }

  private Commands commands() {
    return calls().commands();
  }

  @Override
  public JobStatus status() {
    return calls().call(() -> commands().status(parent.name(), name));
  }

  @Override
  public void start(Wait wait) {
    calls()
        .<@Nullable Void>await(
            wait,
            "the start of " + this,
            reply -> commands().start(parent.name(), name, wait.waits(), reply));
  }

  @Override
  public void stop(Wait wait) {
    calls()
        .<@Nullable Void>await(
            wait,
            "the stop of " + this,
            reply -> commands().stop(parent.name(), name, wait.waits(), reply));
  }

  @Override
  public void restart(Wait wait) {
    calls()
        .<@Nullable Void>await(
            wait,
            "the restart of " + this,
            reply -> commands().restart(parent.name(), name, wait.waits(), reply));
  }

  @Override
  public CompletableFuture<@Nullable Void> startAsync() {
    return calls().later(reply -> commands().start(parent.name(), name, true, reply));
  }

  @Override
  public CompletableFuture<@Nullable Void> stopAsync() {
    return calls().later(reply -> commands().stop(parent.name(), name, true, reply));
  }

  @Override
  public CompletableFuture<@Nullable Void> restartAsync() {
    return calls().later(reply -> commands().restart(parent.name(), name, true, reply));
  }

  @Override
  public void reload() {
    calls().run(() -> commands().reload(parent.name(), name));
  }

  @Override
  public String toString() {
    return JobStatus.label(parent.name(), name);
  }
}
