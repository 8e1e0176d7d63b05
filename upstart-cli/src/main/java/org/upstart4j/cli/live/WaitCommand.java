package org.upstart4j.cli.live;

import java.io.IOException;
import java.util.List;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.State;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;

/** {@code upstart wait}: until a job has a goal and a state. */
public final class WaitCommand {

  private static final List<Goal> GOALS = List.of(Goal.STOP, Goal.START, Goal.RESPAWN);
  private static final List<State> STATES =
      List.of(
          State.WAITING,
          State.STARTING,
          State.SECURITY_SPAWNING,
          State.SECURITY,
          State.PRE_STARTING,
          State.PRE_START,
          State.SPAWNING,
          State.SPAWNED,
          State.POST_STARTING,
          State.POST_START,
          State.RUNNING,
          State.PRE_STOPPING,
          State.PRE_STOP,
          State.STOPPING,
          State.KILLED,
          State.POST_STOPPING,
          State.POST_STOP);

  private WaitCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(WaitCommand::run)
        .taking(
            Parameter.one("JOB", "the job's name"),
            Parameter.one("GOAL/STATE", "what to wait for, as in start/running or stop/waiting")
                .oneOf(words()),
            Parameter.any("KEY=VALUE", "picks the instance, which need not exist yet"))
        .with(Option.JSON)
        .with(Option.REACH)
        .noting(
            "A job without an instance is stop/waiting.",
            "Exit status: 0 reached, 1 failed, 2 wrong arguments, 124 timed out.");
  }

  private static List<String> words() {
    return GOALS.stream()
        .flatMap(goal -> STATES.stream().map(state -> goal + "/" + state))
        .toList();
  }

  private static int run(Invocation call) throws IOException {
    String text = call.word(1);
    String[] parts = text.split("/", -1);
    Goal goal = new Goal(parts[0]);
    State state = new State(parts.length == 2 ? parts[1] : "");
    if (!GOALS.contains(goal) || !STATES.contains(state)) {
      throw new Misuse("no GOAL/STATE, as in start/running: " + text);
    }
    Environment environment = LiveWords.environment(call, 2);
    StatusReport report = StatusReport.of(call);
    Job job = call.upstartWithUsualLimits().job(call.word(0));
    try {
      return report.done(job.await(environment, goal, state, call.patience()));
    } catch (UpstartTimeoutException late) {
      return report.late(job, environment, goal + "/" + state);
    }
  }
}
