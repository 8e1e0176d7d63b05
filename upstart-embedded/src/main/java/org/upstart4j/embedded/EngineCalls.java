package org.upstart4j.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.command.Commands;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.thread.Callbacks;

/** Brings the calls of clients to the engine's thread, and its answers back. */
final class EngineCalls implements AutoCloseable {

  private final Engine engine;
  private final Commands commands;
  private final UnknownJobs unknownJobs;
  private final Callbacks callbacks = new Callbacks();

  EngineCalls(Engine engine, Commands commands, UnknownJobs unknownJobs) {
    this.engine = engine;
    this.commands = commands;
    this.unknownJobs = unknownJobs;
  }

  Commands commands() {
    return commands;
  }

  <T extends @Nullable Object> T call(Supplier<T> work) {
    if (engine.thread().isCurrent()) {
      return work.get();
    }
    return explaining(
        () -> Deadline.of(Wait.FOREVER).await(engine.thread().submit(work), "the engine"));
  }

  void run(Runnable work) {
    this.<@Nullable Void>call(
        () -> {
          work.run();
          return null;
        });
  }

  <T extends @Nullable Object> T await(
      Wait wait, String what, Consumer<CompletableFuture<T>> work) {
    // a command that doesn't wait is answered as soon as it was taken
    Deadline deadline = Deadline.of(wait.waits() ? wait : Wait.FOREVER);
    return explaining(() -> deadline.await(engine.thread().submitAndWait(work), what));
  }

  <T extends @Nullable Object> CompletableFuture<T> later(Consumer<CompletableFuture<T>> work) {
    CompletableFuture<T> reply = engine.thread().submitAndWait(work);
    return engine.thread().isCurrent() ? reply : callbacks.stage(reply, unknownJobs::explain);
  }

  /** On the engine's thread an unknown job is told in Upstart's own words, which are passed on. */
  private <T extends @Nullable Object> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnknownJobException unknown) {
      throw engine.thread().isCurrent() ? unknown : unknownJobs.explain(unknown);
    }
  }

  @Override
  public void close() {
    callbacks.close();
  }
}
