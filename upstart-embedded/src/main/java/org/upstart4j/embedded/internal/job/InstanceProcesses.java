package org.upstart4j.embedded.internal.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.LogPriority;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.spi.ProcessOrder;

/** The processes of an instance, and what their ends mean for it. */
public final class InstanceProcesses implements RunningProcess.Owner {

  private static final Signal STOP = new Signal(19);
  private static final Signal CONT = new Signal(18);

  private final EnginePort engine;
  private final LiveInstance instance;
  private final Map<ProcessType, RunningProcess> running = new EnumMap<>(ProcessType.class);
  private EngineTime.@Nullable Timer killTimer;
  private @Nullable Kill pendingKill;
  private long respawnedAt = Long.MIN_VALUE / 2;
  private int respawns;
  private int forks;
  private boolean following;

  InstanceProcesses(EnginePort engine, LiveInstance instance) {
    this.engine = engine;
    this.instance = instance;
  }

  /**
   * A process was told to end.
   *
   * @param due when it is killed, in {@link EnginePort#seconds()}
   */
  public record Kill(ProcessType process, long due) {}

  private JobDefinition definition() {
    return instance.job().definition();
  }

  public boolean has(ProcessType type) {
    return running.containsKey(type);
  }

  public boolean isEmpty() {
    return running.isEmpty();
  }

  public List<JobProcess> list() {
    List<JobProcess> list = new ArrayList<>();
    for (ProcessType type : ProcessOrder.LISTED) {
      RunningProcess process = running.get(type);
      if (process != null && process.pid() > 0) {
        list.add(new JobProcess(type, process.pid()));
      }
    }
    return list;
  }

  /** Returns the number of a process, or 0 if there is none. */
  public int pid(ProcessType type) {
    RunningProcess process = running.get(type);
    return process == null ? 0 : process.pid();
  }

  /** What will be killed unless it ends. */
  public @Nullable Kill pendingKill() {
    return pendingKill;
  }

  /**
   * Returns when the count of respawns began, in {@link EnginePort#seconds()}; 0 if there was no
   * respawn.
   */
  public long respawnedAt() {
    return respawns == 0 ? 0 : respawnedAt;
  }

  public int respawns() {
    return respawns;
  }

  public int forks() {
    return forks;
  }

  /** Whether the forks of the main process are still counted. */
  public boolean isFollowed() {
    return following;
  }

  public void spawn(ProcessType type) {
    Expect expect = definition().expect();
    following = type == ProcessType.MAIN && (expect == Expect.FORK || expect == Expect.DAEMON);
    forks = 0;
    RunningProcess process = new RunningProcess(engine, this, type);
    running.put(type, process);
    try {
      process.spawn(instance.request(type));
    } catch (RuntimeException | Error fault) {
      process.failed(fault.toString());
    }
  }

  /** Whether a process still counts: not one that failed, was replaced, or whose job has gone. */
  private boolean isCurrent(RunningProcess process) {
    return !instance.isGone() && running.get(process.type()) == process;
  }

  private boolean isSpawned() {
    return instance.phase() == Phase.SPAWNED;
  }

  @Override
  public void executed(RunningProcess process) {
    log(process, "");
    if (isCurrent(process)
        && process.type() == ProcessType.MAIN
        && isSpawned()
        && definition().expect() == Expect.NONE) {
      instance.proceed();
    }
  }

  @Override
  public void failed(RunningProcess process, String reason) {
    if (!isCurrent(process)) {
      return;
    }
    ProcessType type = process.type();
    engine.log(
        LogPriority.WARN,
        "Failed to spawn " + instance.label() + " " + type + " process: " + reason);
    running.remove(type);
    switch (type) {
      case SECURITY, PRE_START, MAIN, POST_STOP -> {
        instance.failToRun(type, reason);
        instance.changeGoal(Goal.STOP);
      }
      case POST_START, PRE_STOP -> {}
    }
    instance.proceed();
  }

  @Override
  public void stopped(RunningProcess process) {
    if (isCurrent(process)
        && process.type() == ProcessType.MAIN
        && isSpawned()
        && definition().expect() == Expect.STOP) {
      log(process, " stopped by " + STOP + " signal");
      process.signal(CONT);
      log(process, " continued by " + CONT + " signal");
      instance.proceed();
    }
  }

  @Override
  public void forked(RunningProcess process, int pid) {
    if (isCurrent(process) && following && isSpawned()) {
      log(process, " became new process (" + pid + ")");
      process.become(pid);
      forks++;
      if (forks > 1 || definition().expect() == Expect.FORK) {
        ready();
      }
    }
  }

  @Override
  public void replaced(RunningProcess process) {
    if (isCurrent(process) && following && isSpawned() && forks > 0) {
      log(process, " executable changed");
      ready();
    }
  }

  private void ready() {
    following = false;
    instance.proceed();
  }

  /** Sends the reload signal to the main process; says whether there is one. */
  public boolean reload() {
    RunningProcess main = running.get(ProcessType.MAIN);
    if (main == null) {
      return false;
    }
    main.signal(definition().reloadSignal());
    return true;
  }

  public void kill(ProcessType type) {
    RunningProcess process = running.get(type);
    if (process == null) {
      return;
    }
    logSignal(definition().killSignal(), process);
    process.signalGroup(definition().killSignal());
    pendingKill = new Kill(type, engine.seconds() + definition().killTimeout().toSeconds());
    killTimer =
        engine.after(
            definition().killTimeout(),
            () -> {
              killTimer = null;
              pendingKill = null;
              if (isCurrent(process)) {
                logSignal(Signal.KILL, process);
                process.signalGroup(Signal.KILL);
              }
            });
  }

  private void log(RunningProcess process, String what) {
    engine.log(LogPriority.INFO, label(process) + what);
  }

  private void logSignal(Signal signal, RunningProcess process) {
    engine.log(LogPriority.INFO, "Sending " + signal + " signal to " + label(process));
  }

  private String label(RunningProcess process) {
    return instance.label() + " " + process.type() + " process (" + process.pid() + ")";
  }

  @Override
  public void ended(RunningProcess process, ExitStatus status) {
    if (!isCurrent(process)) {
      return;
    }
    logEnd(process, status);
    ProcessType type = process.type();
    End end = type == ProcessType.MAIN ? mainEnded(status) : otherEnded(type, status);
    cancelKill();
    running.remove(type);
    if (end.failed()) {
      instance.fail(type, status);
    }
    boolean proceeds = end.proceeds();
    if (end.stops()) {
      // a running instance changes its state together with its goal
      proceeds &= instance.phase() != Phase.RUNNING;
      instance.changeGoal(Goal.STOP);
    }
    if (proceeds && !instance.isGone()) {
      instance.proceed();
    }
  }

  /** What the end of a process means. */
  private record End(boolean failed, boolean stops, boolean proceeds) {}

  private static End otherEnded(ProcessType type, ExitStatus status) {
    boolean failed =
        !status.equals(ExitStatus.SUCCESS)
            && (type == ProcessType.PRE_START || type == ProcessType.POST_STOP);
    return new End(failed, failed, true);
  }

  private End mainEnded(ExitStatus status) {
    Phase phase = instance.phase();
    boolean proceeds =
        !(phase == Phase.POST_START && has(ProcessType.POST_START))
            && !(phase == Phase.PRE_STOP && has(ProcessType.PRE_STOP));
    if (phase == Phase.KILLED) {
      return new End(false, false, proceeds);
    }
    if (phase == Phase.STOPPING) {
      return new End(false, false, false);
    }
    boolean failed = isFailure(status);
    if (failed && definition().respawn() && engine.respawns()) {
      if (!respawnsTooFast()) {
        engine.log(LogPriority.WARN, instance.label() + " main process ended, respawning");
        if (!proceeds) {
          instance.changeGoal(Goal.RESPAWN);
        }
        return new End(false, false, proceeds);
      }
      engine.log(LogPriority.WARN, instance.label() + " respawning too fast, stopped");
      instance.fail(null, ExitStatus.SUCCESS);
      failed = false;
    }
    return new End(failed, true, proceeds);
  }

  private boolean isFailure(ExitStatus status) {
    boolean service = !definition().task();
    boolean alwaysFails = service && (definition().respawn() || instance.job().exit0Fails());
    return (!status.equals(ExitStatus.SUCCESS) || alwaysFails)
        && instance.isStarted()
        && !definition().normalExit().contains(status);
  }

  private boolean respawnsTooFast() {
    long interval = definition().respawnInterval().toSeconds();
    if (definition().respawnLimit() == 0 || interval == 0) {
      return false;
    }
    long now = engine.seconds();
    if (now - respawnedAt < interval) {
      respawns++;
      return respawns > definition().respawnLimit();
    }
    respawnedAt = now;
    respawns = 1;
    return false;
  }

  private void logEnd(RunningProcess process, ExitStatus status) {
    String who = label(process);
    LogPriority priority =
        status.equals(ExitStatus.SUCCESS) || definition().normalExit().contains(status)
            ? LogPriority.INFO
            : LogPriority.WARN;
    if (status.equals(ExitStatus.SUCCESS)) {
      engine.log(priority, who + " exited normally");
    } else if (status instanceof ExitStatus.Killed killed) {
      engine.log(priority, who + " killed by " + text(killed.signal()));
    } else {
      engine.log(priority, who + " terminated with status " + status.number());
    }
  }

  private static String text(Signal signal) {
    boolean hasName = !signal.name().equals(Integer.toString(signal.number()));
    return hasName ? signal + " signal" : "signal " + signal;
  }

  /** Hears no more of the processes, which may go on. */
  void discard() {
    cancelKill();
  }

  private void cancelKill() {
    pendingKill = null;
    if (killTimer != null) {
      killTimer.cancel();
      killTimer = null;
    }
  }
}
