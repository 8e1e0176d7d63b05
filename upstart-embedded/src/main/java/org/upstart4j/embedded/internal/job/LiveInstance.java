package org.upstart4j.embedded.internal.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobFailure;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.event.Held;
import org.upstart4j.embedded.internal.event.InstanceName;
import org.upstart4j.embedded.internal.event.LiveCondition;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.embedded.process.SpawnRequest;

/** An instance of a job: the machine of goals and states. */
public final class LiveInstance {

  private final EnginePort engine;
  private final JobPlan job;
  private final String name;
  private final BooleanSupplier leave;
  private final @Nullable LiveCondition stopOn;
  private final InstanceProcesses processes;

  private Goal goal = Goal.STOP;
  private Phase phase = Phase.WAITING;
  private Variables variables = new Variables();
  private @Nullable Variables startVariables;
  private @Nullable Variables stopVariables;
  private @Nullable LiveEvent blocker;
  private List<Held> held = new ArrayList<>();
  private boolean gone;

  private boolean failed;
  private @Nullable ProcessType failedProcess;
  private ExitStatus exitStatus = ExitStatus.SUCCESS;
  private @Nullable String notRun;

  /**
   * Makes an instance that waits.
   *
   * @param leave takes the instance out of its job when it waits again, and says whether the job
   *     has gone with it
   */
  LiveInstance(EnginePort engine, JobPlan job, String name, BooleanSupplier leave) {
    this.engine = engine;
    this.job = job;
    this.name = name;
    this.leave = leave;
    this.stopOn = job.stopOn() == null ? null : new LiveCondition(job.stopOn());
    this.processes = new InstanceProcesses(engine, this);
  }

  public JobPlan job() {
    return job;
  }

  public String name() {
    return name;
  }

  public String label() {
    return JobStatus.label(job.name(), name);
  }

  public Goal goal() {
    return goal;
  }

  public Phase phase() {
    return phase;
  }

  public boolean isStarted() {
    return goal.equals(Goal.START);
  }

  public boolean isStopped() {
    return goal.equals(Goal.STOP);
  }

  public boolean isGone() {
    return gone;
  }

  public InstanceProcesses processes() {
    return processes;
  }

  public @Nullable LiveCondition stopOn() {
    return stopOn;
  }

  public Variables variables() {
    return variables;
  }

  public void setVariables(Variables changed) {
    variables = changed;
  }

  public @Nullable Variables startVariables() {
    return startVariables;
  }

  public @Nullable Variables stopVariables() {
    return stopVariables;
  }

  public boolean hasFailed() {
    return failed;
  }

  public @Nullable ProcessType failedProcess() {
    return failedProcess;
  }

  public ExitStatus exitStatus() {
    return exitStatus;
  }

  public JobStatus status() {
    return new JobStatus(job.name(), name, goal, phase.state(), processes.list());
  }

  /** What the instance gets when it starts next; null keeps what it has. */
  public void setStartVariables(@Nullable Variables next) {
    startVariables = next;
  }

  /** What its pre-stop and post-stop processes get beside the rest. */
  public void setStopVariables(@Nullable Variables next) {
    stopVariables = next;
  }

  /** The event without whose end it cannot go on. */
  public @Nullable LiveEvent blocker() {
    return blocker;
  }

  public List<Held> held() {
    return held;
  }

  public void hold(Held thing) {
    held.add(thing);
  }

  /** Lets go of all that it holds up. */
  public void release(boolean hasFailed) {
    List<Held> released = held;
    held = new ArrayList<>();
    released.forEach(thing -> thing.release(hasFailed));
  }

  public void changeGoal(Goal next) {
    if (goal.equals(next)) {
      return;
    }
    engine.log(LogPriority.INFO, label() + " goal changed from " + goal + " to " + next);
    goal = next;
    engine.tell(listener -> listener.goalChanged(job.name(), name, next));
    if (next.equals(Goal.START) && phase == Phase.WAITING) {
      proceed();
    } else if (next.equals(Goal.STOP) && phase == Phase.RUNNING) {
      proceed();
    }
  }

  /** Goes to the next state on the way to the goal. */
  void proceed() {
    changeState(next());
  }

  private Phase next() {
    if (goal.equals(Goal.RESPAWN) && (phase == Phase.POST_START || phase == Phase.PRE_STOP)) {
      changeGoal(Goal.START);
      return Phase.STOPPING;
    }
    return phase.next(isStarted(), processes.has(ProcessType.MAIN));
  }

  private void changeState(Phase wanted) {
    Phase target = wanted;
    while (phase != target && blocker == null) {
      engine.log(
          LogPriority.INFO,
          label() + " state changed from " + phase.state() + " to " + target.state());
      Phase old = phase;
      Phase entered = target;
      phase = entered;
      engine.tell(listener -> listener.stateChanged(job.name(), name, entered.state()));
      target = enter(old);
      if (gone) {
        return;
      }
    }
  }

  /** Does what the state is there for; returns the state to be in after that. */
  private Phase enter(Phase old) {
    return switch (phase) {
      case STARTING -> starting();
      case SECURITY_SPAWNING -> spawn(ProcessType.SECURITY);
      case SECURITY -> waitFor(ProcessType.SECURITY);
      case PRE_STARTING -> spawn(ProcessType.PRE_START);
      case PRE_START -> waitFor(ProcessType.PRE_START);
      case SPAWNING -> spawn(ProcessType.MAIN);
      case SPAWNED -> waitFor(ProcessType.MAIN);
      case POST_STARTING -> spawn(ProcessType.POST_START);
      case POST_START -> waitFor(ProcessType.POST_START);
      case RUNNING -> running(old);
      case PRE_STOPPING -> spawn(ProcessType.PRE_STOP);
      case PRE_STOP -> waitFor(ProcessType.PRE_STOP);
      case STOPPING -> stopping();
      case KILLED -> killed();
      case POST_STOPPING -> spawn(ProcessType.POST_STOP);
      case POST_STOP -> waitFor(ProcessType.POST_STOP);
      case WAITING -> waiting();
    };
  }

  private Phase starting() {
    if (startVariables != null) {
      variables = startVariables;
      startVariables = null;
    }
    stopVariables = null;
    failed = false;
    failedProcess = null;
    exitStatus = ExitStatus.SUCCESS;
    notRun = null;
    blockOn(emit("starting", false));
    return phase;
  }

  private void blockOn(LiveEvent event) {
    blocker = event;
    event.holdUp(
        new InstanceName(job.name(), name),
        finished -> {
          blocker = null;
          proceed();
        });
  }

  private boolean has(ProcessType type) {
    return job.has(type)
        && (type != ProcessType.SECURITY || engine.spawner().loadsSecurityProfiles());
  }

  /** Returns what is run for one of its processes now. */
  public SpawnRequest request(ProcessType type) {
    Variables all = new Variables(variables);
    if (stopVariables != null && (type == ProcessType.PRE_STOP || type == ProcessType.POST_STOP)) {
      all.addAll(stopVariables.entries());
    }
    return engine.requests().request(job, name, type, all);
  }

  /** Returns where the output of its processes goes, if it goes to a file. */
  public Optional<Path> log() {
    return engine.requests().log(job, name);
  }

  private Phase spawn(ProcessType type) {
    if (has(type)) {
      processes.spawn(type);
    }
    return next();
  }

  private Phase waitFor(ProcessType type) {
    return has(type) ? phase : next();
  }

  private Phase running(Phase old) {
    if (old == Phase.PRE_STOP) {
      stopVariables = null;
      release(false);
    } else {
      emit("started", false);
      if (!job.definition().task()) {
        release(false);
      }
    }
    return phase;
  }

  private Phase stopping() {
    blockOn(emit("stopping", true));
    return phase;
  }

  private Phase killed() {
    if (processes.has(ProcessType.MAIN)) {
      processes.kill(ProcessType.MAIN);
      return phase;
    }
    return next();
  }

  private Phase waiting() {
    emit("stopped", true);
    release(false);
    boolean goneWithJob = leave.getAsBoolean();
    gone = true;
    if (!goneWithJob) {
      engine.tell(listener -> listener.instanceRemoved(job.name(), name));
    }
    discard();
    return phase;
  }

  /** Lets go of all that it holds, as nobody hears of it any more. */
  void discard() {
    gone = true;
    if (stopOn != null) {
      stopOn.release();
    }
    processes.discard();
  }

  /** Marks it as failed, unless it is already: those that wait for it hear so. */
  void fail(@Nullable ProcessType process, ExitStatus status) {
    if (failed) {
      return;
    }
    failed = true;
    failedProcess = process;
    exitStatus = status;
    engine.tell(listener -> listener.failed(job.name(), name, status));
    release(true);
  }

  /** Marks it as failed because a process could not be run. */
  void failToRun(ProcessType process, String reason) {
    if (!failed) {
      notRun = reason;
    }
    fail(process, ExitStatus.NOT_RUN);
  }

  /** How it has failed; asked only if it has. */
  public JobFailure failure() {
    if (failedProcess == null) {
      return new JobFailure.RespawnedTooFast();
    }
    return exitStatus.equals(ExitStatus.NOT_RUN)
        ? new JobFailure.NotRun(failedProcess, Optional.ofNullable(notRun))
        : JobFailure.of(failedProcess, exitStatus);
  }

  private LiveEvent emit(String event, boolean stops) {
    Variables carried = new Variables().set("JOB", job.name()).set("INSTANCE", name);
    if (stops) {
      addResult(carried);
    }
    for (String exported : job.definition().export()) {
      String value = variables.get(exported);
      if (value != null) {
        carried.add(exported + "=" + value, false);
      }
    }
    return engine.emit(new Event(event, carried.toEnvironment()));
  }

  private void addResult(Variables carried) {
    if (!failed) {
      carried.set("RESULT", "ok");
      return;
    }
    carried.set("RESULT", "failed");
    carried.set("PROCESS", failedProcess == null ? "respawn" : failedProcess.text());
    if (failedProcess != null) {
      if (exitStatus instanceof ExitStatus.Killed killed) {
        carried.set("EXIT_SIGNAL", killed.signal().name());
      } else if (exitStatus instanceof ExitStatus.Exited exited) {
        carried.set("EXIT_STATUS", Integer.toString(exited.code()));
      }
    }
  }
}
