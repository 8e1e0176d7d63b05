package org.upstart4j.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.SpawnRequest;

/**
 * What a scripted process does, and what it does the next time. First comes what it does on its way
 * ({@link #after}, {@link #forksOnce}, {@link #ignores}, {@link #emits}), then how it ends ({@link
 * #exitsWith}, {@link #neverEnds}); after {@link #then} follows what it does when it is spawned
 * again. The last act is repeated.
 */
public final class ProcessScript {

  private static final Set<String> PROGRAMS =
      Set.of("initctl", "start", "stop", "restart", "reload", "status");

  /**
   * A command of initctl's that a process runs.
   *
   * @param at how long after its begin
   * @param words the program and its arguments
   */
  record Step(Duration at, List<String> words) {}

  /** One life of a process. */
  record Act(
      Duration after,
      int forks,
      boolean stops,
      Set<Integer> ignored,
      List<Step> steps,
      @Nullable ExitStatus status,
      @Nullable String failure) {

    static final Act USUAL_SERVICE =
        new Act(Duration.ZERO, 0, false, Set.of(), List.of(), null, null);
    static final Act USUAL_REST =
        new Act(Duration.ZERO, 0, false, Set.of(), List.of(), ExitStatus.SUCCESS, null);

    Act withAfter(Duration time) {
      return new Act(time, forks, stops, ignored, steps, status, failure);
    }

    Act withForks(int count) {
      return new Act(after, count, stops, ignored, steps, status, failure);
    }

    Act withStop() {
      return new Act(after, forks, true, ignored, steps, status, failure);
    }

    Act withIgnored(Signal signal) {
      Set<Integer> more = new TreeSet<>(ignored);
      more.add(signal.number());
      return new Act(after, forks, stops, more, steps, status, failure);
    }

    Act withStep(List<String> words) {
      List<Step> more = new ArrayList<>(steps);
      more.add(new Step(after, List.copyOf(words)));
      return new Act(after, forks, stops, ignored, List.copyOf(more), status, failure);
    }

    Act withEnd(@Nullable ExitStatus newStatus, @Nullable String newFailure) {
      return new Act(after, forks, stops, ignored, steps, newStatus, newFailure);
    }
  }

  private final String name;
  private final Predicate<SpawnRequest> meant;
  private final List<Act> acts = new ArrayList<>(List.of(Act.USUAL_SERVICE));
  private int played;

  ProcessScript(String name, Predicate<SpawnRequest> meant) {
    this.name = name;
    this.meant = meant;
  }

  /**
   * Begins a script for one process, to be given to {@link ScriptedProcesses#otherwise}. Until it
   * is told more, the process ends as one without a script does: the main process of a service
   * never, every other with 0 at once. It neither forks nor stops itself.
   *
   * @param request what is spawned
   * @return the script, to be filled in
   */
  public static ProcessScript of(SpawnRequest request) {
    ProcessScript script = new ProcessScript("a process", meant -> true);
    return isService(request) ? script : script.change(act -> Act.USUAL_REST);
  }

  private static boolean isService(SpawnRequest request) {
    return request.type() == ProcessType.MAIN && !request.definition().task();
  }

  /** What a process does that has no script. */
  static Act usual(SpawnRequest request) {
    return isService(request) ? withExpected(request) : Act.USUAL_REST;
  }

  /** A service that has no script shows that it is ready as its job expects. */
  private static Act withExpected(SpawnRequest request) {
    return switch (request.definition().expect()) {
      case NONE -> Act.USUAL_SERVICE;
      case STOP -> Act.USUAL_SERVICE.withStop();
      case FORK -> Act.USUAL_SERVICE.withForks(1);
      case DAEMON -> Act.USUAL_SERVICE.withForks(2);
    };
  }

  synchronized boolean isUsed() {
    return played > 0;
  }

  boolean isFor(SpawnRequest request) {
    return meant.test(request);
  }

  synchronized Act next() {
    Act act = acts.get(Math.min(played, acts.size() - 1));
    played++;
    return act;
  }

  private synchronized ProcessScript change(UnaryOperator<Act> change) {
    acts.set(acts.size() - 1, change.apply(acts.get(acts.size() - 1)));
    return this;
  }

  /**
   * What follows happens only after some time.
   *
   * @param time how long after its begin
   * @return this script
   */
  public ProcessScript after(Duration time) {
    return change(act -> act.withAfter(time));
  }

  /**
   * It forks, and the child goes on. Unless the job expects that, the engine takes the exit of the
   * parent for the end of the process.
   *
   * @return this script
   */
  public ProcessScript forksOnce() {
    return change(act -> act.withForks(1));
  }

  /**
   * It forks twice, as daemons do, and the grandchild goes on. Unless the job expects that, the
   * engine takes an exit before that for the end of the process.
   *
   * @return this script
   */
  public ProcessScript forksTwice() {
    return change(act -> act.withForks(2));
  }

  /**
   * It raises SIGSTOP to show that it is ready.
   *
   * @return this script
   */
  public ProcessScript stopsItself() {
    return change(Act::withStop);
  }

  /**
   * It takes no notice of a signal. KILL cannot be ignored.
   *
   * @param signal the signal
   * @return this script
   */
  public ProcessScript ignores(Signal signal) {
    return change(act -> act.withIgnored(signal));
  }

  /**
   * It emits an event, as {@code initctl emit} does, and goes on when all that the event sets off
   * has come to its end. If that fails, the process exits with 1, as a script of a job does.
   *
   * @param event the event's name
   * @param variables its variables, each {@code NAME=VALUE}
   * @return this script
   */
  public ProcessScript emits(String event, String... variables) {
    List<String> words = new ArrayList<>(List.of("initctl", "emit", "--", event));
    words.addAll(List.of(variables));
    return change(act -> act.withStep(words));
  }

  /**
   * It runs initctl, start, stop, restart, reload or status, for example {@code runs("start",
   * "worker", "QUEUE=mail")}, {@code runs("initctl", "emit", "-n", "ready")} or {@code
   * runs("stop")} for its own job, and goes on when that has ended. If it fails, the process exits
   * with 1, as a script of a job does.
   *
   * @param program one of these programs
   * @param arguments its arguments
   * @return this script
   * @throws IllegalArgumentException if it is another program
   */
  public ProcessScript runs(String program, String... arguments) {
    if (!PROGRAMS.contains(program)) {
      throw new IllegalArgumentException(
          "A script runs initctl, start, stop, restart, reload or status, not \""
              + program
              + "\"; each argument is a text of its own: runs(\"start\", \"web\")");
    }
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(List.of(arguments));
    return change(act -> act.withStep(words));
  }

  /**
   * It exits.
   *
   * @param code what it exits with
   * @return this script
   * @throws IllegalArgumentException if the code is not 0 to 255
   */
  public ProcessScript exitsWith(int code) {
    if (code < 0 || code > 0xff) {
      throw new IllegalArgumentException("An exit status is 0 to 255, not " + code);
    }
    return change(act -> act.withEnd(ExitStatus.of(code), null));
  }

  /**
   * A signal that nobody here has sent ends it.
   *
   * @param signal the signal
   * @return this script
   */
  public ProcessScript isKilledBy(Signal signal) {
    return change(act -> act.withEnd(ExitStatus.of(signal), null));
  }

  /**
   * It goes on until a signal ends it.
   *
   * @return this script
   */
  public ProcessScript neverEnds() {
    return change(act -> act.withEnd(null, null));
  }

  /**
   * It cannot be run at all.
   *
   * @param reason why, in Upstart's words: {@code unable to execute: No such file or directory}
   * @return this script
   */
  public ProcessScript cannotBeSpawned(String reason) {
    return change(act -> act.withEnd(null, reason));
  }

  /**
   * Goes on with what it does when it is spawned the next time.
   *
   * @return this script
   */
  public synchronized ProcessScript then() {
    acts.add(Act.USUAL_SERVICE);
    return this;
  }

  /** Returns what it is for: the program, or the process of a job. */
  @Override
  public String toString() {
    return name;
  }
}
