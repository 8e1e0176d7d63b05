package org.upstart4j.cli.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.FleetOptions;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.Program;
import org.upstart4j.cli.terminal.Visible;

/** {@code upstart ensure}: a job runs, or does not, whatever it did before. */
public final class EnsureCommand {

  private EnsureCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(EnsureCommand::run)
        .detailed("Starts or stops it if necessary, and waits until that is done.")
        .taking(
            Parameter.one("running|stopped", "how the job should be")
                .oneOf(List.of(EnsureWords.RUNNING, EnsureWords.STOPPED)),
            Parameter.one("JOB", "the job's name"),
            Parameter.any("KEY=VALUE", "picks the instance, which gets it when it starts"))
        .with(Option.JSON, FleetOptions.UNCHECKED)
        .with(Option.reach(EnsureWords.STAYS))
        .noting("Exit status: 0 done, 1 failed, 2 wrong arguments, 124 timed out.");
  }

  private static int run(Invocation call) throws IOException {
    EnsureWords words = EnsureWords.of(call);
    Environment environment = words.environment();
    StatusReport report = StatusReport.of(call);
    Job job = call.upstartWithUsualLimits().job(words.job());
    try {
      if (!words.running()) {
        job.ensureStopped(environment, call.patience());
        return report.done(job.status(environment));
      }
      if (words.stays().isPresent()) {
        return stays(call, job, environment, words.stays().get());
      }
      return report.done(status(job.ensureRunning(environment, call.patience())));
    } catch (UpstartTimeoutException late) {
      return report.late(job, environment, words.wanted());
    }
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
