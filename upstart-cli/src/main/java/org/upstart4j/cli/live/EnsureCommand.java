package org.upstart4j.cli.live;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart ensure}: a job runs, or does not, whatever it did before. */
public final class EnsureCommand implements Callable<Integer> {

  private static final String RUNNING = "running";
  private static final String STOPPED = "stopped";

  private final PositionalParamSpec wanted =
      Specs.one(0, "running|stopped", "How the job is to be.");
  private final PositionalParamSpec job = Specs.one(1, "JOB", "The job's name.");
  private final PositionalParamSpec variables =
      Specs.many(2, 0, "KEY=VALUE", "What picks the instance, and what it gets when started.");
  private final OptionSpec json = Specs.flag("Print JSON.", "--json");
  private final Choice choice = new Choice();

  private final CommandSpec spec =
      choice
          .addTo(
              Specs.command(
                  "ensure",
                  this,
                  "See to it that a job runs, or does not.",
                  "Starts or stops it if need be, and waits until that is done."))
          .addOption(json)
          .addPositional(wanted)
          .addPositional(job)
          .addPositional(variables);

  private EnsureCommand() {
    spec.usageMessage().footer("", "Exit status: 0 done, 1 failed, 124 not done in time.");
  }

  /** Describes the command. */
  public static CommandSpec spec() {
    return new EnsureCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    String state = wanted.getValue();
    if (!state.equals(RUNNING) && !state.equals(STOPPED)) {
      throw console.usage("a job is ensured to be running or stopped, not " + state);
    }
    Environment environment = Choice.environment(console, variables.getValue());
    return choice.await(console, upstart -> ensure(console, upstart, environment, state));
  }

  private int ensure(Console console, Upstart upstart, Environment environment, String state)
      throws IOException {
    StatusReport report = new StatusReport(console, json.getValue(), choice.timeout());
    Job asked = upstart.job(job.getValue());
    try {
      if (state.equals(STOPPED)) {
        asked.ensureStopped(environment, choice.patience());
        return report.done(asked.status(environment));
      }
      return report.done(status(asked.ensureRunning(environment, choice.patience())));
    } catch (UpstartTimeoutException late) {
      return report.late(asked, environment, state);
    }
  }

  /** A task may have ended by now. */
  private static JobStatus status(Instance instance) {
    try {
      return instance.status();
    } catch (UnknownInstanceException ended) {
      return JobStatus.notRunning(instance.job().name());
    }
  }
}
