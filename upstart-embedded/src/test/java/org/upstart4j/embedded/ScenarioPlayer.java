package org.upstart4j.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.internal.command.Commands;
import org.upstart4j.embedded.internal.command.EnvironmentCommands;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.engine.Inspection;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Plays a scenario on an engine, and writes down what happens and what cannot be. */
final class ScenarioPlayer implements AutoCloseable {

  /** From this process on none ends by itself, so that no circle of jobs goes on for ever. */
  static final int LAST_BUSY_PROCESS = 60;

  /** Some circles of jobs go on or stand still for ever. */
  private static final int MOST_ROUNDS = 100;

  /** What was done in a step, and what came of it. */
  record Played(List<String> step, List<String> happened, List<String> state) {}

  private final RandomScenario scenario;
  private final ManualClock clock = new ManualClock();
  private final ScriptedProcesses processes = new ScriptedProcesses(clock);
  private final EmbeddedUpstart upstart;
  private final Engine engine;
  private final Commands commands;
  private final Transitions transitions = new Transitions();
  private final List<Played> history = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private List<String> happened = new ArrayList<>();
  private int openCommands;
  private int openEvents;
  private boolean ended;

  ScenarioPlayer(RandomScenario scenario) {
    this.scenario = scenario;
    scenario.scripts().forEach(this::script);
    processes.when(request -> processes.spawned().size() >= LAST_BUSY_PROCESS).neverEnds();
    this.upstart =
        EmbeddedUpstart.builder()
            .clock(clock)
            .processes(new WritingSpawner())
            .userSession(scenario.isSession())
            .environment(scenario.environment())
            .build();
    this.engine = upstart.engine();
    this.commands = upstart.calls().commands();
    upstart.hear(new WritingListener());
    upstart.hear(transitions);
  }

  private void script(RandomScenario.Script script) {
    ProcessScript written = processes.when(script.job(), script.type());
    for (int i = 0; i < script.acts().size(); i++) {
      act(i == 0 ? written : written.then(), script.acts().get(i));
    }
  }

  private static void act(ProcessScript script, RandomScenario.Act act) {
    if (act.stops()) {
      script.stopsItself();
    }
    if (act.forks() == 1) {
      script.forksOnce();
    } else if (act.forks() == 2) {
      script.forksTwice();
    }
    if (act.ignored() > 0) {
      script.ignores(new Signal(act.ignored()));
    }
    switch (act.end()) {
      case 'e' -> script.exitsWith(act.number());
      case 'k' -> script.isKilledBy(new Signal(act.number()));
      case 'f' -> script.cannotBeSpawned("unable to execute");
      default -> script.neverEnds();
    }
  }

  List<Played> history() {
    return history;
  }

  List<String> problems() {
    return problems;
  }

  /** Plays all steps; stops at the first problem. */
  ScenarioPlayer play() {
    for (List<String> step : scenario.steps()) {
      if (ended || !problems.isEmpty()) {
        return this;
      }
      play(step);
    }
    return this;
  }

  /** Takes all jobs away and ends all processes: then nothing may be left. */
  ScenarioPlayer clear() {
    if (ended || !problems.isEmpty()) {
      return this;
    }
    for (String job : scenario.jobs()) {
      play(List.of("del", job));
    }
    for (int round = 0; round < MOST_ROUNDS && problems.isEmpty(); round++) {
      List<JobStatus> left = upstart.statuses();
      left.forEach(status -> play(List.of("istop", "0", "0", status.job(), status.instance())));
      if (left.isEmpty() || known().isEmpty()) {
        break;
      }
      play(List.of("end", "0", "0"));
    }
    if (!problems.isEmpty() || !upstart.statuses().isEmpty()) {
      return this;
    }
    if (!known().isEmpty()) {
      problems.add("processes are left: " + known());
    }
    if (openCommands + openEvents > 0) {
      problems.add(openCommands + " commands and " + openEvents + " events wait for ever");
    }
    List<String> left = history.get(history.size() - 1).state();
    if (left.stream().anyMatch(line -> line.startsWith("ev "))) {
      problems.add("events are left: " + left);
    }
    return this;
  }

  private void play(List<String> step) {
    List<String> done = perform(step);
    clock.settle();
    List<String> state = upstart.calls().call(this::inspect);
    history.add(new Played(done, happened, state));
    happened = new ArrayList<>();
  }

  /** The processes that run and that the engine knows of. */
  private List<ScriptedProcess> known() {
    return processes.running().stream().filter(process -> !process.isLost()).toList();
  }

  private List<String> inspect() {
    Set<Integer> running = new TreeSet<>();
    known().forEach(process -> running.add(process.pid()));
    problems.addAll(transitions.problems());
    problems.addAll(Inspection.problems(engine, running, openCommands));
    List<String> state = Inspection.dump(engine);
    for (ScriptedProcess process : processes.spawned()) {
      if (process.isRunning() || !process.signals().isEmpty()) {
        StringBuilder line =
            new StringBuilder("proc " + process.pid() + (process.isRunning() ? " 1" : " 0"));
        process.signals().forEach(signal -> line.append(' ').append(signal.number()));
        state.add(line.toString());
      }
    }
    return state;
  }

  /** Does what a step says, and returns it with what was chosen meanwhile. */
  private List<String> perform(List<String> step) {
    String word = step.get(0);
    switch (word) {
      case "conf" -> configure(step.get(1), step.get(2));
      case "del" -> upstart.calls().run(() -> Inspection.configure(engine, step.get(1), null));
      case "emit" -> emit(step);
      case "jstart" ->
          this.<String>onJob(
              step, (env, wait, reply) -> commands.start(step.get(3), env, wait, reply));
      case "jrestart" ->
          this.<String>onJob(
              step, (env, wait, reply) -> commands.restart(step.get(3), env, wait, reply));
      case "jstop" ->
          this.<@Nullable Void>onJob(
              step, (env, wait, reply) -> commands.stop(step.get(3), env, wait, reply));
      case "istart", "istop", "irestart", "ireload" -> onInstance(step);
      case "end" -> {
        return end(step);
      }
      case "advance" -> clock.advance(Duration.ofSeconds(Integer.parseInt(step.get(1))));
      case "set" -> upstart.environment().set(one(step.get(2)), step.get(1).equals("1"));
      case "unset" -> upstart.environment().unset(List.of(step.get(1)));
      case "reset" -> upstart.environment().reset();
      case "xset" -> setOfInstance(step);
      case "quiesce" ->
          upstart
              .calls()
              .run(
                  () ->
                      commands.endSession(
                          () -> {
                            happened.add("quiesced");
                            ended = true;
                          }));
      default -> throw new AssertionError(step);
    }
    return step;
  }

  private static Environment one(String entry) {
    return Environment.parse(List.of(entry));
  }

  private void configure(String name, String text) {
    JobDefinition definition =
        JobDefinition.verdict(name, JobFile.parse(text), UpstartVersion.NEWEST)
            .registered()
            .orElseThrow(() -> new AssertionError(text));
    upstart.calls().run(() -> Inspection.configure(engine, name, definition));
  }

  /** A command that is answered at some time. */
  private interface Command<T extends @Nullable Object> {
    void give(Environment environment, boolean wait, CompletableFuture<T> reply);
  }

  private <T extends @Nullable Object> void onJob(List<String> step, Command<T> command) {
    Environment environment = Environment.parse(step.subList(4, step.size()));
    boolean wait = step.get(1).equals("1");
    this.<T>submit(step.get(2), reply -> command.give(environment, wait, reply));
  }

  private void onInstance(List<String> step) {
    boolean wait = step.get(1).equals("1");
    String job = step.get(3);
    String instance = step.get(4);
    this.<@Nullable Void>submit(
        step.get(2),
        reply -> {
          switch (step.get(0)) {
            case "istart" -> commands.start(job, instance, wait, reply);
            case "istop" -> commands.stop(job, instance, wait, reply);
            case "irestart" -> commands.restart(job, instance, wait, reply);
            default -> {
              commands.reload(job, instance);
              reply.complete(null);
            }
          }
        });
  }

  /** Gives a command, whose answer is written down at the moment when it comes. */
  private <T extends @Nullable Object> void submit(
      String number, Consumer<CompletableFuture<T>> work) {
    engine
        .thread()
        .<T>submitAndWait(
            reply -> {
              openCommands++;
              reply.whenComplete(
                  (result, failure) -> {
                    openCommands--;
                    answered(number, failure);
                  });
              work.accept(reply);
            });
  }

  private void answered(String number, @Nullable Throwable failure) {
    if (failure == null) {
      happened.add("reply " + number + " ok");
    } else if (failure instanceof UpstartException known && known.error().isPresent()) {
      happened.add(
          "reply "
              + number
              + " "
              + known.error().get().name()
              + "|"
              + known.error().get().text().replace("\n", "\\n"));
    } else if (!engine.thread().isClosed()) {
      problems.add("command " + number + " ends with " + failure);
    }
  }

  private void emit(List<String> step) {
    Event event = new Event(step.get(3), Environment.parse(step.subList(4, step.size())));
    boolean wait = step.get(1).equals("1");
    engine
        .thread()
        .<@Nullable Void>submitAndWait(
            reply -> {
              openEvents++;
              reply.whenComplete(
                  (result, failure) -> {
                    openEvents--;
                    answered(step.get(2), failure);
                  });
              commands.emit(event, wait, reply);
            });
  }

  private List<String> end(List<String> step) {
    List<ScriptedProcess> running = processes.running();
    if (running.isEmpty()) {
      return List.of("advance", "0");
    }
    ScriptedProcess process = running.get(Integer.parseInt(step.get(1)) % running.size());
    int status = Integer.parseInt(step.get(2));
    if (status > 0xff) {
      process.isKilledBy(new Signal(status >> 8));
    } else {
      process.exits(status);
    }
    return List.of("end", Integer.toString(process.pid()), step.get(2));
  }

  private void setOfInstance(List<String> step) {
    EnvironmentCommands variables = new EnvironmentCommands(engine, step.get(2), step.get(3));
    try {
      upstart.calls().run(() -> variables.set(one(step.get(4)), step.get(1).equals("1")));
    } catch (UnknownJobException | UnknownInstanceException nobody) {
      // the step means nobody
      return;
    }
  }

  @Override
  public void close() {
    upstart.close();
  }

  /** Writes down what is spawned. */
  private final class WritingSpawner implements ProcessSpawner {

    @Override
    public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
      SpawnedProcess spawned = processes.spawn(request, observer);
      happened.add(
          "spawn %s %s %s %d %s"
              .formatted(
                  request.definition().name(),
                  request.instance(),
                  request.type(),
                  spawned.pid(),
                  request.environment()));
      return spawned;
    }

    @Override
    public void close() {
      processes.close();
    }
  }

  /** Writes down what is told. */
  private final class WritingListener implements UpstartListener {

    @Override
    public void jobAdded(String job) {
      happened.add("job added " + job);
    }

    @Override
    public void jobRemoved(String job) {
      happened.add("job removed " + job);
    }

    @Override
    public void instanceAdded(String job, String instance) {
      happened.add("added " + job + " " + instance);
    }

    @Override
    public void instanceRemoved(String job, String instance) {
      happened.add("removed " + job + " " + instance);
    }

    @Override
    public void goalChanged(String job, String instance, Goal goal) {
      happened.add("goal " + job + " " + instance + " " + goal);
    }

    @Override
    public void stateChanged(String job, String instance, State state) {
      happened.add("state " + job + " " + instance + " " + state);
    }

    @Override
    public void failed(String job, String instance, ExitStatus status) {
      happened.add("failed " + job + " " + instance + " " + status.number());
    }

    @Override
    public void eventEmitted(Event event) {
      happened.add("event " + event);
    }
  }
}
