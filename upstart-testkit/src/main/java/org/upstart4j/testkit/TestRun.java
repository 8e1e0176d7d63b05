package org.upstart4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;

/** The Upstart of one test, with its history. */
final class TestRun implements AutoCloseable {

  private static final Map<Upstart, TestRun> OPEN = new ConcurrentHashMap<>();

  private final Machine machine;
  private final History history;
  private final Recording recording;
  private final EmbeddedUpstart upstart;
  private final List<Subscription> hearing;

  TestRun(Machine machine, EmbeddedUpstartBuilder builder) {
    this.machine = machine;
    this.history = new History(machine::elapsed);
    this.recording = new Recording(machine::elapsed);
    machine.equip(builder);
    this.upstart =
        builder.processes(new RecordedProcesses(machine.processes(), history, recording)).build();
    this.hearing = List.of(upstart.hear(new SignalLines(history)), upstart.hear(recording));
    OPEN.put(upstart, this);
  }

  /** Returns the test that an Upstart belongs to. */
  static Optional<TestRun> of(Upstart upstart) {
    return Optional.ofNullable(OPEN.get(upstart));
  }

  Machine machine() {
    return machine;
  }

  EmbeddedUpstart upstart() {
    return upstart;
  }

  History history() {
    return history;
  }

  Recording recording() {
    return recording;
  }

  /** Runs a command, and waits for what it sets off. */
  void command(String line, Supplier<CompletionStage<?>> command) {
    history.add(line);
    CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
    // on the Upstart's own thread, so that nothing is under way when it has settled
    upstart.execute(() -> begin(command, outcome));
    try {
      machine.await(outcome, line);
    } catch (UnknownJobException unknown) {
      throw upstart.explainUnknown(unknown.job()).map(unknown::explained).orElse(unknown);
    }
  }

  private static void begin(
      Supplier<CompletionStage<?>> command, CompletableFuture<@Nullable Void> outcome) {
    try {
      command.get().whenComplete((result, failure) -> complete(outcome, failure));
    } catch (RuntimeException refused) {
      outcome.completeExceptionally(refused);
    }
  }

  private static void complete(
      CompletableFuture<@Nullable Void> outcome, @Nullable Throwable failure) {
    if (failure == null) {
      outcome.complete(null);
    } else {
      Throwable cause = failure.getCause();
      boolean wrapped = failure instanceof CompletionException && cause != null;
      outcome.completeExceptionally(wrapped ? cause : failure);
    }
  }

  /** Returns what the test has left behind. */
  List<String> leaks() {
    hearing.forEach(Subscription::close);
    List<String> leaks = new ArrayList<>();
    upstart
        .listeners()
        .forEach(listener -> leaks.add("a subscription of " + listener.getClass().getName()));
    leaks.addAll(machine.lost(upstart));
    return leaks;
  }

  @Override
  public void close() {
    OPEN.remove(upstart);
    upstart.close();
  }
}
