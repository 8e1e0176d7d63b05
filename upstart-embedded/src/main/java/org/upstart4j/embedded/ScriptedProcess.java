package org.upstart4j.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.internal.initctl.Initctl;
import org.upstart4j.embedded.internal.initctl.Result;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;
import org.upstart4j.spi.SingleThreaded;

/** A process that does what its script says. Thread-safe. */
public final class ScriptedProcess implements SpawnedProcess {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  /** HUP, USR1, USR2 and CONT: what a well-behaved daemon survives. */
  private static final Set<Integer> HARMLESS = Set.of(1, 10, 12, 18);

  private static final int LAST_SIGNAL = 64;

  private final int pid;
  private final SpawnRequest request;
  private final ProcessObserver observer;
  private final ProcessScript.Act act;
  private final EngineTime time;
  private final @Nullable Upstart upstart;
  private final List<Signal> signals = new ArrayList<>();
  private long begun;
  private boolean running = true;
  private boolean lost;

  ScriptedProcess(
      int pid,
      SpawnRequest request,
      ProcessObserver observer,
      ProcessScript.Act act,
      EngineTime time,
      @Nullable Upstart upstart) {
    this.pid = pid;
    this.request = request;
    this.observer = observer;
    this.act = act;
    this.time = time;
    this.upstart = upstart;
  }

  void begin() {
    String failure = act.failure();
    if (failure != null) {
      vanish();
      observer.failed(failure);
      return;
    }
    observer.executed();
    if (act.stops()) {
      observer.stopped();
    }
    fork();
    begun = time.nanos();
    step(0);
  }

  /** Runs a command when it is time, and then the next one; after the last one it ends. */
  private void step(int number) {
    if (number < act.steps().size()) {
      ProcessScript.Step step = act.steps().get(number);
      at(step.at(), () -> run(step.words(), () -> step(number + 1)));
      return;
    }
    ExitStatus status = act.status();
    if (status != null) {
      at(act.after(), () -> end(status));
    }
  }

  private void at(Duration moment, Runnable action) {
    Duration left = moment.minusNanos(time.nanos() - begun);
    if (left.isZero() || left.isNegative()) {
      action.run();
    } else {
      time.after(left, action);
    }
  }

  /** As a process would: not in the middle of what the engine does just now. */
  private void run(List<String> words, Runnable next) {
    Upstart served = Objects.requireNonNull(upstart, "These processes belong to no Upstart");
    ((SingleThreaded) served)
        .execute(
            () -> {
              if (isRunning()) {
                CompletableFuture<Void> unused =
                    Initctl.run(served, variables(), words.get(0), words.subList(1, words.size()))
                        .thenAccept(result -> ended(result, next));
              }
            });
  }

  private void ended(Result result, Runnable next) {
    if (result.status() == 0) {
      next.run();
    } else {
      LOG.info("{}: {}", LogText.visible(this), LogText.visible(result.errors().strip()));
      end(ExitStatus.of(1));
    }
  }

  private Map<String, String> variables() {
    return Map.of(
        "UPSTART_JOB", request.definition().name(), "UPSTART_INSTANCE", request.instance());
  }

  /** A process that forks more often than its job says leaves the followed one, which exits. */
  private void fork() {
    int followed = Math.min(act.forks(), followedForks());
    for (int i = 1; i <= followed; i++) {
      observer.forked(pid + i);
    }
    if (act.forks() > followed) {
      synchronized (this) {
        lost = true;
      }
      observer.ended(ExitStatus.SUCCESS);
    }
  }

  private int followedForks() {
    if (request.type() != ProcessType.MAIN) {
      return 0;
    }
    return switch (request.definition().expect()) {
      case NONE, STOP -> 0;
      case FORK -> 1;
      case DAEMON -> 2;
    };
  }

  /** {@return what the engine asked for} */
  public SpawnRequest request() {
    return request;
  }

  @Override
  public int pid() {
    return pid;
  }

  /** {@return whether it has not ended yet} */
  public synchronized boolean isRunning() {
    return running;
  }

  /**
   * {@return whether it still runs without the engine knowing} It has forked more often than the
   * {@code expect} stanza of its job says, and the process that the engine followed has exited.
   */
  public synchronized boolean isLost() {
    return lost && running;
  }

  /** {@return the signals that the engine has sent to it, in order} */
  public synchronized List<Signal> signals() {
    return List.copyOf(signals);
  }

  /**
   * Lets it exit now.
   *
   * @param code what it exits with, 0 to 255
   * @throws IllegalArgumentException if no process exits with that
   */
  public void exits(int code) {
    end(ExitStatus.of(code));
  }

  /**
   * Lets a signal end it now that the engine has not sent.
   *
   * @param signal the signal
   */
  public void isKilledBy(Signal signal) {
    end(ExitStatus.of(signal));
  }

  private void end(ExitStatus status) {
    boolean known = !isLost();
    if (vanish() && known) {
      observer.ended(status);
    }
  }

  /** Ends it without anybody being told; says whether it was still there. */
  synchronized boolean vanish() {
    boolean was = running;
    running = false;
    return was;
  }

  @Override
  public void signal(int process, Signal signal) {
    synchronized (this) {
      signals.add(signal);
    }
    if (signal.equals(Signal.KILL) || !survives(signal.number())) {
      end(ExitStatus.of(signal));
    }
  }

  /** A number that is no signal on this machine does nothing, either. */
  private boolean survives(int signal) {
    return signal == 0
        || signal > LAST_SIGNAL
        || HARMLESS.contains(signal)
        || act.ignored().contains(signal);
  }

  @Override
  public void signalGroup(int process, Signal signal) {
    signal(process, signal);
  }

  @Override
  public String toString() {
    return JobStatus.label(request.definition().name(), request.instance())
        + " "
        + request.type()
        + " process "
        + pid;
  }
}
