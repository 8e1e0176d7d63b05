package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.option.KillMode;

/** When a job is ready, restarted, ended, and which ends are good. */
final class Lifecycle {

  /** The status of a program that could not be run, which Upstart does not try again. */
  private static final String NOT_RUN = "203";

  private final JobUnit job;
  private final JobDefinition definition;
  private final Draft draft;

  Lifecycle(JobUnit job) {
    this.job = job;
    this.definition = job.definition();
    this.draft = job.draft();
  }

  /** Writes what holds for a service whether or not a stanza says it. */
  void write() {
    draft.add(Draft.SERVICE, "TimeoutStartSec", job.options().has(229) ? "infinity" : "0");
    if (job.shape() == Shape.STATE) {
      draft.add(Draft.SERVICE, "TimeoutStopSec", "infinity");
      draft.add(Draft.SERVICE, "KillMode", KillMode.PROCESS.word());
      writeRespawn();
      return;
    }
    draft.add(Draft.SERVICE, "TimeoutStopSec", stopTime());
    if (job.options().killMode() == KillMode.PROCESS) {
      draft.add(Draft.SERVICE, "KillMode", KillMode.PROCESS.word());
    }
    writeRespawn();
    writeNormalExit();
  }

  /** How long a stop may take; none at all would mean for ever. */
  private String stopTime() {
    long seconds = definition.killTimeout().toSeconds();
    return seconds == 0 ? "1ms" : seconds > Integer.MAX_VALUE ? "infinity" : seconds + "s";
  }

  private void writeRespawn() {
    boolean isLimited =
        respawns() && definition.respawnLimit() > 0 && !definition.respawnInterval().isZero();
    long interval = isLimited ? definition.respawnInterval().toSeconds() : 0;
    if (job.options().has(230)) {
      draft.add(Draft.UNIT, "StartLimitIntervalSec", interval + (interval == 0 ? "" : "s"));
    } else {
      String section = job.options().has(229) ? Draft.UNIT : Draft.SERVICE;
      draft.add(section, "StartLimitInterval", String.valueOf(interval));
    }
    if (isLimited) {
      String section = job.options().has(229) ? Draft.UNIT : Draft.SERVICE;
      draft.add(section, "StartLimitBurst", String.valueOf(definition.respawnLimit() + 1L));
    }
    if (respawns()) {
      draft.add(Draft.SERVICE, "Restart", job.shape() == Shape.TASK ? "on-failure" : "always");
      draft.add(Draft.SERVICE, "RestartSec", "0");
    }
  }

  /** Whether systemd starts it again: before 244 it refuses that for tasks. */
  private boolean respawns() {
    boolean isPossible = job.shape() != Shape.TASK || job.options().has(244);
    return definition.respawn() && hasMain() && isPossible;
  }

  private void writeNormalExit() {
    List<String> statuses = statuses();
    if (!statuses.isEmpty()) {
      draft.add(Draft.SERVICE, "SuccessExitStatus", String.join(" ", statuses));
    }
    List<String> last = new ArrayList<>(statuses);
    if (respawns()) {
      last.add(NOT_RUN);
    }
    if (!last.isEmpty()) {
      draft.add(Draft.SERVICE, "RestartPreventExitStatus", String.join(" ", last));
    }
  }

  private List<String> statuses() {
    return definition.normalExit().stream().map(Lifecycle::word).distinct().toList();
  }

  private static String word(ExitStatus status) {
    if (status instanceof ExitStatus.Killed killed) {
      return Processes.signalName(killed.signal().name());
    }
    return String.valueOf(status.number());
  }

  /** A stanza that says something of a main process has no effect where there is none. */
  private boolean hasMain() {
    return job.shape() == Shape.SERVICE || job.shape() == Shape.TASK;
  }

  private static Outcome noMain() {
    return Outcome.dead(
        ConversionCode.NO_MAIN_PROCESS, "it says something of a main process, and there is none");
  }

  Outcome task() {
    if (!hasMain()) {
      return Outcome.exact(
          ConversionCode.TASK, "without a main process the start waits for pre-start in any case");
    }
    return Outcome.exact(ConversionCode.TASK, "a start waits for the end in both")
        .as("Type=oneshot");
  }

  Outcome respawn() {
    if (!hasMain()) {
      return noMain();
    }
    if (!respawns()) {
      return Outcome.lost(
              ConversionCode.TASK_RESPAWN, "systemd does not start a task again by itself")
          .since(244);
    }
    return job.shape() == Shape.TASK
        ? Outcome.approximate(
                ConversionCode.TASK_RESPAWN,
                "it is started again until it ends well, but a start waits for the first end only")
            .as("Restart=on-failure")
            .as("RestartSec=0")
            .since(244)
        : serviceRespawn().as("Restart=always").as("RestartSec=0");
  }

  private Outcome serviceRespawn() {
    boolean isGuarded =
        job.options().has(Processes.TELLS_RESULT)
            || !definition.processes().containsKey(ProcessType.PRE_START);
    return isGuarded
        ? Outcome.exact(ConversionCode.RESPAWN, "it is started again at once, however it ended")
        : Outcome.approximate(
            ConversionCode.RESPAWN,
            "it is started again at once, however it ended, but also where pre-start has failed");
  }

  Outcome respawnLimit() {
    if (!hasMain()) {
      return noMain();
    }
    if (!respawns()) {
      return Outcome.dead(
          ConversionCode.LIMIT_WITHOUT_RESPAWN, "without respawn it limits nothing");
    }
    if (definition.respawnLimit() == 0 || definition.respawnInterval().isZero()) {
      return Outcome.exact(ConversionCode.RESPAWN_LIMIT, "there is no limit in either")
          .as("StartLimitIntervalSec=0");
    }
    long seconds = definition.respawnInterval().toSeconds();
    return Outcome.exact(
            ConversionCode.RESPAWN_LIMIT,
            "systemd counts the first start, too, so that the limit is one more")
        .as("StartLimitBurst=" + (definition.respawnLimit() + 1L))
        .as("StartLimitIntervalSec=" + seconds + "s")
        .since(230);
  }

  Outcome normalExit() {
    if (!hasMain()) {
      return noMain();
    }
    String statuses = String.join(" ", statuses());
    return Outcome.exact(ConversionCode.NORMAL_EXIT, "these ends are good in both")
        .as("SuccessExitStatus=" + statuses)
        .as("RestartPreventExitStatus=" + statuses);
  }

  Outcome expect() {
    if (!hasMain()) {
      return noMain();
    }
    return switch (definition.expect()) {
      case NONE -> Outcome.exact(ConversionCode.EXPECT, "the service is up once its program runs");
      case STOP ->
          Outcome.exact(
                  ConversionCode.EXPECT_STOP,
                  "a command after the start waits until the process has stopped itself, and lets"
                      + " it go on")
              .as("ExecStartPost=");
      case FORK, DAEMON ->
          job.shape() == Shape.TASK
              ? Outcome.lost(ConversionCode.EXPECT_FORK, "systemd follows no forks of a task")
              : Outcome.approximate(
                      ConversionCode.EXPECT_FORK,
                      "Upstart counts forks; systemd waits until the first process has ended, and"
                          + " guesses which one is the main one")
                  .as("Type=forking")
                  .remedy("name the file with its process id: PIDFile=");
    };
  }

  Outcome killSignal() {
    if (!hasMain()) {
      return noMain();
    }
    String signal = Processes.signalName(definition.killSignal().name());
    return Outcome.exact(ConversionCode.KILL_SIGNAL, "a stop begins with the same signal")
        .as(draft.add(Draft.SERVICE, "KillSignal", signal));
  }

  Outcome killTimeout() {
    if (!hasMain()) {
      return noMain();
    }
    return Outcome.exact(ConversionCode.KILL_TIMEOUT, "the same time passes before KILL")
        .as("TimeoutStopSec=" + stopTime());
  }

  Outcome reloadSignal() {
    if (job.shape() != Shape.SERVICE) {
      return noMain();
    }
    return Outcome.exact(ConversionCode.RELOAD_SIGNAL, "the main process gets the same signal")
        .as(
            "ExecReload=/bin/kill -"
                + Processes.signalName(definition.reloadSignal().name())
                + " $MAINPID");
  }
}
