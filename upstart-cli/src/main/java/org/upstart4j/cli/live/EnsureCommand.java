package org.upstart4j.cli.live;

import java.io.IOException;
import java.util.List;
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

/** {@code upstart ensure}: a job runs, or does not, whatever it did before. */
public final class EnsureCommand {

  private static final String RUNNING = "running";
  private static final String STOPPED = "stopped";

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
        .with(Option.REACH)
        .noting("Exit status: 0 done, 1 failed, 2 wrong arguments, 124 timed out.");
  }

  private static int run(Invocation call) throws IOException {
    String wanted = call.word(0);
    if (!wanted.equals(RUNNING) && !wanted.equals(STOPPED)) {
      throw new Misuse("a job can be ensured to be running or stopped, not " + wanted);
    }
    Environment environment = LiveWords.environment(call, 2);
    StatusReport report = StatusReport.of(call);
    Job job = call.upstartWithUsualLimits().job(call.word(1));
    try {
      if (wanted.equals(STOPPED)) {
        job.ensureStopped(environment, call.patience());
        return report.done(job.status(environment));
      }
      return report.done(status(job.ensureRunning(environment, call.patience())));
    } catch (UpstartTimeoutException late) {
      return report.late(job, environment, wanted);
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
