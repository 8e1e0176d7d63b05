package org.upstart4j.systemd.internal.convert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.systemd.finding.ConversionCode;

/** The calls of Upstart in the scripts of a job. */
final class Calls {

  /** What a script ends with that has stopped its own job. */
  static final int STOPPED = 254;

  /**
   * Before a script that stops its own job: it goes on to its end, and systemd learns of it then.
   */
  static final String STOP_SETS_STATUS = "stop() { trap 'exit " + STOPPED + "' EXIT; }\n";

  private static final Set<String> OF_JOBS = Set.of("start", "stop", "restart", "reload", "status");
  private static final Set<String> OF_ALL =
      Set.of("list", "reload-configuration", "set-env", "unset-env", "get-env", "list-env");

  private final JobUnit job;

  Calls(JobUnit job) {
    this.job = job;
  }

  /** Whether a script of a job stops the job itself. */
  static boolean stopsItself(JobUnit job, ProcessType process) {
    return commands(job, process).anyMatch(Calls::isStop);
  }

  /** Whether each such stop is the last thing that the script does, but for ending. */
  static boolean endsWithStop(JobUnit job, ProcessType process) {
    List<List<ShellWord>> commands = commands(job, process).toList();
    for (int at = 0; at + 1 < commands.size(); at++) {
      List<ShellWord> next = commands.get(at + 1);
      if (isStop(commands.get(at)) && !next.isEmpty() && !next.get(0).is("exit")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStop(List<ShellWord> words) {
    return words.size() == 1 && words.get(0).is("stop");
  }

  private static Stream<List<ShellWord>> commands(JobUnit job, ProcessType process) {
    return job.job().process(process).flatMap(placed -> placed.script()).stream()
        .flatMap(script -> script.commands().stream())
        .map(occurrence -> occurrence.command().words());
  }

  /** Whether a script of the job calls what the stand-ins for Upstart's programs can do. */
  boolean needStandIns() {
    return all().stream().anyMatch(call -> !call.isByPath() && !call.isElsewhere());
  }

  private List<ScriptCall> all() {
    return job.job().processes().entrySet().stream()
        .filter(entry -> job.definition().processes().containsKey(entry.getKey()))
        .flatMap(
            entry ->
                ScriptCall.of(entry.getValue()).stream()
                    .filter(call -> !endsPreStart(entry.getKey(), call)))
        .toList();
  }

  /** A plain stop in pre-start is the end of that script. */
  private static boolean endsPreStart(ProcessType process, ScriptCall call) {
    return process == ProcessType.PRE_START && call.isStopOfItself();
  }

  /** Says what becomes of each call. */
  void find() {
    for (ScriptCall call : all()) {
      job.found(call.placed(), call.span(), outcome(call));
    }
  }

  private Outcome outcome(ScriptCall call) {
    if (call.isByPath() || call.isElsewhere()) {
      return byHand(
          call.isByPath()
              ? "the program is called by its path, where no stand-in is found"
              : "the program is searched where no stand-in is found",
          "call it by its name, or put a link to %s there".formatted(standIn(call.program())));
    }
    if (setsPath()) {
      return byHand(
          "the job has a PATH of its own, in which no stand-in is found",
          "put %s first in it".formatted(StandIn.folder(job.options())));
    }
    Optional<String> verb = call.verb();
    if (verb.isEmpty()) {
      return byHand("what Upstart is told hangs on a variable", "call systemctl instead");
    }
    return outcome(verb.get(), call.arguments());
  }

  private boolean setsPath() {
    return job.definition().env().stream().anyMatch(variable -> variable.matches("PATH(=.*)?"));
  }

  private String standIn(String program) {
    return StandIn.folder(job.options()) + "/" + program;
  }

  private Outcome outcome(String verb, List<ShellWord> arguments) {
    if (verb.equals("emit")) {
      return stoodIn(
          arguments.size() > 1
              ? "the event's unit is started, which waits as long, but hands no variables on"
              : "the event's unit is started, which waits as long");
    }
    if (OF_ALL.contains(verb)) {
      return stoodIn("systemctl does the same for all units; for one job alone there is nothing");
    }
    if (!OF_JOBS.contains(verb)) {
      return byHand("nothing on systemd is like \"initctl %s\"".formatted(verb), "leave it out");
    }
    if (verb.equals("start") && arguments.isEmpty()) {
      return Outcome.lost(
          ConversionCode.CALLS_UPSTART, "a stop that has begun cannot be taken back");
    }
    return stoodIn("a program of the same name calls systemctl, and answers as Upstart did");
  }

  private Outcome stoodIn(String reason) {
    return Outcome.approximate(ConversionCode.CALLS_UPSTART, reason)
        .as("PATH=" + StandIn.folder(job.options()));
  }

  private static Outcome byHand(String reason, String remedy) {
    return Outcome.byHand(ConversionCode.CALLS_UPSTART, reason).remedy(remedy);
  }
}
