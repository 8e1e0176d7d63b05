package org.upstart4j.cli.prove.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.upstart4j.Environment;
import org.upstart4j.Signal;
import org.upstart4j.cli.prove.machine.Outcome;
import org.upstart4j.cli.prove.machine.Outcome.Result;
import org.upstart4j.cli.prove.machine.Supervisor;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.cli.prove.probe.Probe;
import org.upstart4j.cli.prove.probe.Stage;
import org.upstart4j.cli.prove.trace.Trace;

/**
 * Plays scenarios on a machine.
 *
 * @param machine the machine
 * @param stage the stage that its probes see
 */
public record Player(Supervisor machine, Stage stage) {

  /** How long it waits for something that comes by itself. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Whether a start that nobody waits for is done, the trace tells otherwise. */
  private static final Executor OWN_THREAD =
      task -> {
        Thread thread = new Thread(task, "upstart4j-start");
        thread.setDaemon(true);
        thread.start();
      };

  private static final Duration SETTLES = Duration.ofMillis(300);

  /**
   * Prepares a stage. This must be done before a machine starts something.
   *
   * @param stage the stage, which has been made
   * @param scenario what will be played
   * @throws IOException if it cannot be prepared
   */
  public static void prepare(Stage stage, ProofScenario scenario) throws IOException {
    for (Map.Entry<Probe, Behaviour> behaviour : scenario.behaviours().entrySet()) {
      stage.behave(behaviour.getKey(), behaviour.getValue());
    }
    for (Probe probe : scenario.missing()) {
      stage.remove(probe);
    }
  }

  /**
   * Plays a scenario, up to the first step that does not end in time.
   *
   * @param scenario what to do
   * @return what happened
   * @throws IOException if the trace cannot be read
   */
  public Trace play(ProofScenario scenario) throws IOException {
    int number = 0;
    for (Step step : scenario.steps()) {
      String name = "step." + number++;
      stage.trace().note(name, "is given");
      Result result = take(step);
      stage.trace().note(name, result.text());
      if (result == Result.TIMED_OUT) {
        break;
      }
    }
    pause(SETTLES);
    SortedMap<String, String> states = new TreeMap<>();
    for (String job : scenario.jobs()) {
      Environment variables = scenario.variables().getOrDefault(job, Environment.EMPTY);
      states.put(job, machine.state(job, variables).text());
    }
    return stage
        .trace()
        .read(machine.name(), name -> label(scenario, name), machine::isAlive, states);
  }

  private String label(ProofScenario scenario, String name) {
    if (!name.startsWith("step.")) {
      return stage.label(name);
    }
    int number = Integer.parseInt(name.substring("step.".length()));
    return "step " + (number + 1) + " (" + scenario.steps().get(number).text() + ")";
  }

  private Result take(Step step) throws IOException {
    if (step instanceof Step.Command command) {
      return command(command).result();
    }
    if (step instanceof Step.Emit emit) {
      return machine.emit(emit.event()).result();
    }
    if (step instanceof Step.Boot) {
      return machine.boot().result();
    }
    if (step instanceof Step.Shutdown) {
      return machine.shutdown().result();
    }
    if (step instanceof Step.Kill kill) {
      return kill(stage.trace().lastPid(stage.name(kill.probe())), kill.signal()).result();
    }
    if (step instanceof Step.AwaitProcess await) {
      return await(() -> ready(await.probe()) >= await.times());
    }
    if (step instanceof Step.AwaitState await) {
      return await(() -> machine.state(await.job(), await.variables()) == await.state());
    }
    if (step instanceof Step.Begin begin) {
      OWN_THREAD.execute(() -> machine.start(begin.job(), begin.variables()));
      return Result.DONE;
    }
    if (step instanceof Step.Behave behave) {
      stage.behave(behave.probe(), behave.behaviour());
    } else if (step instanceof Step.Pause pause) {
      pause(pause.time());
    }
    return Result.DONE;
  }

  private Outcome command(Step.Command command) {
    String job = command.job();
    return switch (command.kind()) {
      case START -> machine.start(job, command.variables());
      case STOP -> machine.stop(job, command.variables());
      case RESTART -> machine.restart(job, command.variables());
      case RELOAD -> machine.reload(job, command.variables());
    };
  }

  private Outcome kill(int pid, Signal signal) {
    return pid == 0
        ? new Outcome(Result.FAILED, "there is no such process")
        : machine.kill(pid, signal);
  }

  private long ready(Probe probe) {
    try {
      return stage.trace().count(stage.name(probe), "ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result await(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return Result.DONE;
      }
      pause(Duration.ofMillis(10));
    }
    return Result.TIMED_OUT;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a scenario was played", e);
    }
  }
}
