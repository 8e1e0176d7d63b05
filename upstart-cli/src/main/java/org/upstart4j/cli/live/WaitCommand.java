package org.upstart4j.cli.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart wait}: until a job has a goal and a state. */
public final class WaitCommand implements Callable<Integer> {

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

  private final PositionalParamSpec job = Specs.one(0, "JOB", "The job's name.");
  private final PositionalParamSpec wanted =
      Specs.oneOf(
          words(),
          Specs.one(1, "GOAL/STATE", "What to wait for, as in start/running or stop/waiting."));
  private final PositionalParamSpec variables =
      Specs.many(2, 0, "KEY=VALUE", "What picks the instance, which need not be there yet.");
  private final OptionSpec json = Specs.flag("Print JSON.", "--json");
  private final Choice choice = new Choice();

  private final CommandSpec spec =
      choice
          .addTo(Specs.command("wait", this, "Wait until a job has a goal and a state."))
          .addOption(json)
          .addPositional(job)
          .addPositional(wanted)
          .addPositional(variables);

  private WaitCommand() {
    spec.usageMessage()
        .footer(
            "",
            "A job without an instance is stop/waiting.",
            "Exit status: 0 it came to that, 1 failed, 124 not in time.");
  }

  private static List<String> words() {
    return GOALS.stream()
        .flatMap(goal -> STATES.stream().map(state -> goal + "/" + state))
        .toList();
  }

  /** Describes the command. */
  public static CommandSpec spec() {
    return new WaitCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    String text = wanted.getValue();
    String[] parts = text.split("/", -1);
    Goal goal = new Goal(parts[0]);
    State state = new State(parts.length == 2 ? parts[1] : "");
    if (!GOALS.contains(goal) || !STATES.contains(state)) {
      throw console.usage("no GOAL/STATE, as in start/running: " + text);
    }
    Environment environment = Choice.environment(console, variables.getValue());
    return choice.await(console, upstart -> await(console, upstart, environment, goal, state));
  }

  private int await(
      Console console, Upstart upstart, Environment environment, Goal goal, State state)
      throws IOException {
    StatusReport report = new StatusReport(console, json.getValue(), choice.timeout());
    Job asked = upstart.job(job.getValue());
    try {
      return report.done(asked.await(environment, goal, state, choice.patience()));
    } catch (UpstartTimeoutException late) {
      return report.late(asked, environment, goal + "/" + state);
    }
  }
}
