package org.upstart4j.simulation.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.ProcessScript;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.jobfile.stanza.Expect;

/**
 * What a process does in one of its lives. What it does not say is as for a process that no
 * scenario is for.
 *
 * @param forks how often it forks
 * @param stopsItself whether it raises SIGSTOP
 * @param endsAfter how long after its begin it ends; also what its end waits for at least
 * @param end how it ends
 * @param ignores the signals that it ignores
 * @param steps what it runs, by time
 */
record ProgramAct(
    OptionalInt forks,
    Optional<Boolean> stopsItself,
    Optional<Duration> endsAfter,
    ProgramEnd end,
    List<Signal> ignores,
    List<ProgramStep> steps) {

  ProgramAct {
    ignores = List.copyOf(ignores);
    steps = List.copyOf(steps);
  }

  /** Writes the script of a process. */
  ProcessScript script(SpawnRequest request) {
    ProcessScript script = ProcessScript.of(request);
    ready(script, request);
    ignores.forEach(script::ignores);
    ProcessVariables variables = new ProcessVariables(request.environment());
    for (ProgramStep step : steps) {
      List<String> words = step.words().stream().map(variables::expand).toList();
      script.after(step.after());
      script.runs(words.get(0), words.subList(1, words.size()).toArray(String[]::new));
    }
    endsAfter.ifPresent(script::after);
    end(script);
    return script;
  }

  private void ready(ProcessScript script, SpawnRequest request) {
    boolean main = request.type() == ProcessType.MAIN && !(end instanceof ProgramEnd.CannotRun);
    Expect expect = main ? request.definition().expect() : Expect.NONE;
    int expected = expect == Expect.FORK ? 1 : expect == Expect.DAEMON ? 2 : 0;
    switch (forks.orElse(expected)) {
      case 1 -> script.forksOnce();
      case 2 -> script.forksTwice();
      default -> {}
    }
    if (stopsItself.orElse(expect == Expect.STOP)) {
      script.stopsItself();
    }
  }

  private void end(ProcessScript script) {
    if (end instanceof ProgramEnd.Never) {
      script.neverEnds();
    } else if (end instanceof ProgramEnd.CannotRun failure) {
      script.cannotBeSpawned(failure.reason());
    } else if (end instanceof ProgramEnd.Ends ending) {
      end(script, ending);
    }
  }

  private static void end(ProcessScript script, ProgramEnd.Ends ending) {
    if (ending.status() instanceof ExitStatus.Killed killed) {
      script.isKilledBy(killed.signal());
    } else {
      script.exitsWith(ending.status().number());
    }
  }
}
