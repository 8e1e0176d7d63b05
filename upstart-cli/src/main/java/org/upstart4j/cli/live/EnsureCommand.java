package org.upstart4j.cli.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.Program;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.terminal.Visible;

/** {@code upstart ensure}: a job runs, or does not, whatever it did before. */
public final class EnsureCommand {

  private static final String RUNNING = "running";
  private static final String STOPPED = "stopped";

  /** Nobody runs a service within this command, so its {@code --for} names no platform. */
  private static final Option STAYS =
      Option.text("for", "TIME", "wait until it has run for this time without a break: 5s");

  private EnsureCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(EnsureCommand::run)
        .detailed("Starts or stops it if necessary, and waits until that is done.")
        .taking(
            Parameter.one("running|stopped", "how the job should be")
                .oneOf(List.of(RUNNING, STOPPED)),
            Parameter.one("JOB", "the job's name"),
            Parameter.any("KEY=VALUE", "picks the instance, which gets it when it starts"))
        .with(Option.JSON)
        .with(Option.reach(STAYS))
        .noting("Exit status: 0 done, 1 failed, 2 wrong arguments, 124 timed out.");
  }

  private static int run(Invocation call) throws IOException {
    String wanted = call.word(0);
    if (!wanted.equals(RUNNING) && !wanted.equals(STOPPED)) {
      throw new Misuse("a job can be ensured to be running or stopped, not " + wanted);
    }
    Optional<Duration> stays = call.value(STAYS).map(EnsureCommand::time);
    if (stays.isPresent() && wanted.equals(STOPPED)) {
      throw new Misuse("--for is for a job that is ensured to be running");
    }
    Environment environment = LiveWords.environment(call, 2);
    StatusReport report = StatusReport.of(call);
    Job job = call.upstartWithUsualLimits().job(call.word(1));
    try {
      if (wanted.equals(STOPPED)) {
        job.ensureStopped(environment, call.patience());
        return report.done(job.status(environment));
      }
      if (stays.isPresent()) {
        return stays(call, job, environment, stays.get());
      }
      return report.done(status(job.ensureRunning(environment, call.patience())));
    } catch (UpstartTimeoutException late) {
      return report.late(job, environment, wanted);
    }
  }

  private static Duration time(String text) {
    return Durations.parse(text).orElseThrow(() -> new Misuse("illegal argument: " + text));
  }

  private static int stays(Invocation call, Job job, Environment environment, Duration time)
      throws IOException {
    try {
      Instance instance = job.ensureStaysRunning(environment, time, call.patience());
      return StatusReport.of(call).done(status(instance));
    } catch (UpstartTimeoutException late) {
      call.console().complain(Visible.text(String.valueOf(late.getMessage())));
      return Program.TIMED_OUT;
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
