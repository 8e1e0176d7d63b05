package org.upstart4j.cli.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Program;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.PaintedStatus;
import org.upstart4j.cli.terminal.StatusJson;

/**
 * Prints the status of a job at the end of a command.
 *
 * @param console where
 * @param json whether as JSON
 * @param limit how long the command may take
 */
record StatusReport(CliConsole console, boolean json, Optional<Duration> limit) {

  private static final double MILLIS = 1000;

  static StatusReport of(Invocation call) {
    return new StatusReport(call.console(), call.has(Option.JSON), call.reachOptions().timeout());
  }

  /** Prints it; returns the exit status. */
  int done(JobStatus status) throws IOException {
    if (json) {
      JsonLine.write(console.out(), members -> StatusJson.members(members, status));
    } else {
      console.out().println(PaintedStatus.of(status, console.paint()));
    }
    return 0;
  }

  /** Says what the status is now that the time is over; returns the exit status. */
  int late(Job job, Environment environment, String wanted) {
    console.complain(
        job.name()
            + " is not "
            + wanted
            + " after "
            + seconds()
            + " s; it is "
            + standing(job, environment));
    return Program.TIMED_OUT;
  }

  private String seconds() {
    double seconds = limit.orElse(Duration.ZERO).toMillis() / MILLIS;
    return String.valueOf(seconds).replaceFirst("\\.0$", "");
  }

  private static String standing(Job job, Environment environment) {
    try {
      JobStatus status = job.status(environment);
      return status.goal() + "/" + status.state();
    } catch (UpstartException unknown) {
      return "not known how it stands: " + unknown.getMessage();
    }
  }
}
