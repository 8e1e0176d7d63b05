package org.upstart4j.picture.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;

/** What happened to one instance so far. */
final class History {

  private final String id;
  private final String job;
  private final String instance;
  private final List<LifeDraft> lives = new ArrayList<>();
  private @Nullable List<Cause> restartedBy;
  private Goal goal = Goal.STOP;
  private String lastEnd = "";

  History(String id, String job, String instance) {
    this.id = id;
    this.job = job;
    this.instance = instance;
  }

  String id() {
    return id;
  }

  String job() {
    return job;
  }

  String instance() {
    return instance;
  }

  Goal goal() {
    return goal;
  }

  List<LifeDraft> lives() {
    return lives;
  }

  /** Whether it has begun and not ended. */
  boolean isAlive() {
    return !lives.isEmpty() && !last().isOver();
  }

  LifeDraft last() {
    return lives.get(lives.size() - 1);
  }

  /** It was there before the timeline begins. */
  void older(Goal itsGoal, State state) {
    goal = itsGoal;
    lives.add(new LifeDraft(Duration.ZERO, state, true, List.of()));
  }

  void starts(Duration at, List<Cause> causes) {
    if (isAlive()) {
      restartedBy = goal.equals(Goal.STOP) ? causes : restartedBy;
    } else {
      begins(at, causes);
    }
    goal = Goal.START;
  }

  /** The first event that its condition met is where the waiting began. */
  private void begins(Duration at, List<Cause> causes) {
    Duration from = at;
    for (Cause cause : causes) {
      Duration met = cause.event().at();
      from = cause.event().isExact() && met.compareTo(from) < 0 ? met : from;
    }
    if (!lives.isEmpty() && last().end().compareTo(from) > 0) {
      from = last().end();
    }
    lives.add(new LifeDraft(from, State.WAITING, false, causes));
    lastEnd = "";
  }

  void stops(Duration at, List<Cause> causes) {
    if (isAlive()) {
      last().stops(causes);
    }
    goal = Goal.STOP;
    restartedBy = null;
  }

  void enters(Duration at, State state) {
    if (state.equals(State.WAITING)) {
      ends(at);
    } else if (!isAlive()) {
      boolean isOlder = !state.equals(State.STARTING);
      lives.add(new LifeDraft(at, state, isOlder, List.of()));
      goal = Goal.START;
    } else if (state.equals(State.STARTING) && !last().state().equals(State.WAITING)) {
      startsAgain(at);
    } else {
      last().enters(state, at);
    }
  }

  /** Somebody wanted it, or else it is a respawn. */
  private void startsAgain(Duration at) {
    List<Cause> causes = restartedBy;
    if (causes == null) {
      last().enters(State.STARTING, at);
      last().marks(Mark.Kind.RESPAWN, at, lastEnd);
    } else {
      last().ends(at);
      begins(at, causes);
      last().enters(State.STARTING, at);
      restartedBy = null;
    }
    lastEnd = "";
  }

  void ends(Duration at) {
    if (isAlive()) {
      last().ends(at);
    }
  }

  /** A process has ended, or was not run. */
  void processEnds(String text) {
    lastEnd = text;
  }

  void fails(Duration at, ExitStatus status) {
    if (lives.isEmpty()) {
      lives.add(new LifeDraft(at, State.WAITING, false, List.of()));
    }
    last().marks(Mark.Kind.FAILURE, at, failure(status));
  }

  private String failure(ExitStatus status) {
    if (!lastEnd.isEmpty()) {
      return lastEnd;
    }
    return status.equals(ExitStatus.SUCCESS) ? "" : "a process " + status;
  }

  /** Upstart's own event says more about a failure. */
  void explains(Environment variables) {
    String process = variables.get("PROCESS").orElse("");
    if (lives.isEmpty() || !last().hasFailed()) {
      return;
    } else if (process.equals("respawn")) {
      last().explains("its main process ended too often in too short a time");
      return;
    }
    String its = "its " + process + " process ";
    variables
        .get("EXIT_STATUS")
        .ifPresent(code -> last().explains(its + "exited with status " + code));
    variables
        .get("EXIT_SIGNAL")
        .ifPresent(signal -> last().explains(its + "was killed by signal " + signal));
  }
}
