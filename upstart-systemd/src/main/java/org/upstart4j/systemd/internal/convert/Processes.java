package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.unit.ExecCommand.Prefix;
import org.upstart4j.systemd.unit.UnitSyntaxException;

/** The processes of a job as the commands of its service. */
final class Processes {

  /** Runs the command as systemd would: without a variable of the shell's, in its own session. */
  private static final String ALONE = "unset PWD; /usr/bin/setsid \"$@\"";

  /** Where the script stops its job, the service is skipped; any other failure is one. */
  private static final String SKIP_OR_FAIL =
      ALONE + "; s=$?; case $s in 0|" + Calls.STOPPED + ") exit $s;; *) exit 255;; esac";

  /** Also run after the main process has ended by itself, when Upstart runs no pre-stop. */
  private static final String IF_MAIN_RUNS =
      "[ -n \"$MAINPID\" ] || exit 0; unset PWD; exec \"$@\"";

  /** A failing post-stop ends respawning, and a stop job is what keeps systemd from it. */
  private static final String OR_STOP =
      ALONE + " || { s=$?; /bin/systemctl --no-block stop \"$0\"; exit \"$s\"; }";

  /** The first systemd that tells ExecStopPost= how the main process ended. */
  static final int TELLS_RESULT = 232;

  /** Without a status of the main process, what failed came before it, and ends respawning. */
  private static final String STOP_UNLESS_RUN =
      "[ \"$SERVICE_RESULT\" = success ] || [ -n \"$EXIT_CODE\" ]"
          + " || /bin/systemctl --no-block stop \"$0\"";

  private static final String STOPPED_ITSELF =
      "until case $(cat \"/proc/$MAINPID/stat\") in *\") T \"*) true;; *) false;; esac; do"
          + " sleep 0.05; done; kill -CONT \"$MAINPID\"";

  private static final Pattern PID_FILE =
      Pattern.compile("(?:^|\\s)--?pid-?file[= ]\\s*[\"']?(/[^\\s\"'$*?;&|<>]+)");

  private final JobUnit job;
  private final Commands commands;
  private final Map<ProcessType, Outcome> outcomes = new EnumMap<>(ProcessType.class);

  Processes(JobUnit job) {
    this.job = job;
    this.commands = new Commands(job);
  }

  /** Writes the commands, in the order in which they run. */
  void write() {
    if (job.shape() == Shape.TARGET) {
      return;
    }
    writeType();
    for (ProcessType process : ProcessType.values()) {
      if (process != ProcessType.SECURITY && job.definition().processes().containsKey(process)) {
        outcomes.put(process, sayable(process));
      } else if (process == ProcessType.MAIN) {
        writeNoMain();
      }
    }
    if (job.shape() == Shape.SERVICE) {
      String signal = "-" + signalName(job.definition().reloadSignal().name());
      job.draft().add(Draft.SERVICE, "ExecReload", "/bin/kill " + signal + " $MAINPID");
    }
  }

  /** What became of the process that a stanza gives, if that stanza counts. */
  Outcome outcome(ProcessType process) {
    return Optional.ofNullable(outcomes.get(process))
        .orElseGet(
            () -> Outcome.dead(ConversionCode.NO_MAIN_PROCESS, "Upstart never runs it here"));
  }

  private void writeType() {
    Draft draft = job.draft();
    switch (job.shape()) {
      case SERVICE -> draft.add(Draft.SERVICE, "Type", serviceType());
      case TASK -> draft.add(Draft.SERVICE, "Type", "oneshot");
      default -> {
        draft.add(Draft.SERVICE, "Type", "oneshot");
        draft.add(Draft.SERVICE, "RemainAfterExit", "yes");
      }
    }
  }

  private String serviceType() {
    Expect expect = job.definition().expect();
    if (expect == Expect.FORK || expect == Expect.DAEMON) {
      return "forking";
    }
    return job.options().has(240) ? "exec" : "simple";
  }

  private Outcome sayable(ProcessType process) {
    try {
      return write(process);
    } catch (UnitSyntaxException refused) {
      return Outcome.byHand(ConversionCode.UNSAYABLE, why(refused));
    }
  }

  /** Why a unit cannot hold a value, as the end of a sentence. */
  static String why(UnitSyntaxException refused) {
    return "no unit can hold it: " + refused.getMessage();
  }

  private Outcome write(ProcessType process) {
    return switch (process) {
      case PRE_START -> writePreStart();
      case MAIN -> writeMain();
      case POST_START -> writePostStart();
      case PRE_STOP -> writePreStop();
      case POST_STOP -> writePostStop();
      case SECURITY -> throw new IllegalArgumentException("security has no stanza of its own");
    };
  }

  private Outcome writeMain() {
    Commands.Run run = commands.run(ProcessType.MAIN, "");
    Outcome outcome = run.outcome().as(add("ExecStart", run.line()));
    boolean forks =
        job.draft().settings(Draft.SERVICE).stream()
            .anyMatch(setting -> setting.value().equals("forking"));
    if (forks) {
      pidFile().ifPresent(file -> job.draft().add(Draft.SERVICE, "PIDFile", file));
    }
    if (job.definition().expect() == Expect.STOP) {
      explained(
          add("ExecStartPost", Command.of(Command.SHELL, "-c", STOPPED_ITSELF)),
          "Waits until the process has stopped itself, and lets it go on");
    }
    return outcome;
  }

  /** The process id file that the command line names. */
  private Optional<String> pidFile() {
    JobDefinition.Command main = job.definition().processes().get(ProcessType.MAIN);
    String text = main == null || main.text() == null ? "" : main.text();
    Matcher matcher = PID_FILE.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).replace("%", "%%")) : Optional.empty();
  }

  /**
   * Without a main process, pre-start is what a start waits for, and what it leaves behind stays.
   */
  private void writeNoMain() {
    if (!job.definition().processes().containsKey(ProcessType.PRE_START)) {
      job.draft().add(Draft.SERVICE, "ExecStart", "/bin/true");
    }
  }

  private Outcome writePreStart() {
    boolean stopsItself = Calls.stopsItself(job, ProcessType.PRE_START);
    String prologue = stopsItself ? Calls.STOP_SETS_STATUS : "";
    Commands.Run run = commands.run(ProcessType.PRE_START, prologue);
    if (job.shape() == Shape.STATE) {
      return run.outcome().as(add("ExecStart", run.line()));
    }
    List<String> said = new ArrayList<>();
    if (job.definition().respawn() && job.options().has(TELLS_RESULT)) {
      Command none = new Command(Set.of(Prefix.FULL_RIGHTS), List.of());
      String guard = none.insideWithUnit(STOP_UNLESS_RUN, job.options());
      said.add(
          explained(
              job.draft().add(Draft.SERVICE, "ExecStopPost", guard),
              "A start that fails before the main process ends respawning"));
    }
    if (stopsItself && job.options().has(243)) {
      return skipping(run).as(said);
    }
    Outcome outcome = run.outcome().as(add("ExecStartPre", run.line())).as(said);
    return stopsItself ? failing(outcome) : outcome;
  }

  /** A condition that is not met skips the service. */
  private Outcome skipping(Commands.Run run) {
    Outcome outcome =
        Calls.endsWithStop(job, ProcessType.PRE_START)
            ? Outcome.exact(
                ConversionCode.PRE_START_STOPS,
                "where the script stops its own job, the service is skipped")
            : Outcome.approximate(
                ConversionCode.PRE_START_STOPS,
                "where the script stops its own job, the service is skipped, but a start waits for"
                    + " the script's end; in Upstart it ends at the stop");
    return outcome
        .as(
            explained(
                add("ExecCondition", run.line().inside(SKIP_OR_FAIL)),
                "Where pre-start stops its own job, the start is skipped"))
        .since(243);
  }

  private static Outcome failing(Outcome outcome) {
    return Outcome.approximate(
            ConversionCode.PRE_START_STOPS,
            "where the script stops its own job, the service counts as failed after the script's end")
        .as(outcome.directives())
        .remedy("a systemd from 243 on can skip the service instead");
  }

  private Outcome writePostStart() {
    Commands.Run run = commands.run(ProcessType.POST_START, "");
    String directive = add("ExecStartPost", run.line().with(Prefix.IGNORE_FAILURE));
    if (job.shape() == Shape.TASK) {
      return Outcome.approximate(
              ConversionCode.TASK_POST_START,
              "systemd runs it after the task has ended, Upstart beside it")
          .as(directive);
    }
    return run.outcome().as(directive);
  }

  private Outcome writePreStop() {
    if (job.shape() == Shape.STATE) {
      return Outcome.dead(
          ConversionCode.NO_MAIN_PROCESS, "without a main process Upstart never runs pre-stop");
    }
    Commands.Run run = commands.run(ProcessType.PRE_STOP, "");
    if (job.shape() == Shape.TASK) {
      return Outcome.lost(
              ConversionCode.TASK_PRE_STOP, "systemd runs nothing before it ends a task")
          .remedy("put it into the task's own script, as a trap");
    }
    Command line = run.line().inside(IF_MAIN_RUNS).with(Prefix.IGNORE_FAILURE);
    return Outcome.approximate(
            ConversionCode.PRE_STOP_TIMEOUT,
            "systemd ends it after TimeoutStopSec=, Upstart lets it take its time; and systemd goes on"
                + " with a restart after it, which Upstart gives up")
        .as(explained(add("ExecStop", line), "Only while the main process runs"))
        .remedy("set TimeoutStopSec= to what it needs at most");
  }

  private Outcome writePostStop() {
    Commands.Run run = commands.run(ProcessType.POST_STOP, "");
    if (!job.definition().respawn() || job.shape() != Shape.SERVICE) {
      return run.outcome().as(add("ExecStopPost", run.line()));
    }
    if (job.definition().setuid().isPresent() || job.definition().chroot().isPresent()) {
      return Outcome.approximate(
              ConversionCode.POST_STOP_RESPAWN,
              "if it fails, systemd starts the service again; Upstart gives up")
          .as(add("ExecStopPost", run.line()));
    }
    String guarded = run.line().insideWithUnit(OR_STOP, job.options());
    return run.outcome()
        .as(
            explained(
                job.draft().add(Draft.SERVICE, "ExecStopPost", guarded),
                "A post-stop that fails ends respawning"));
  }

  private String explained(String setting, String why) {
    job.draft().explain(setting, why);
    return setting;
  }

  private String add(String key, Command command) {
    return job.draft().add(Draft.SERVICE, key, command.text(job.options()));
  }

  static String signalName(String name) {
    return name.chars().allMatch(Character::isDigit) ? name : "SIG" + name;
  }
}
