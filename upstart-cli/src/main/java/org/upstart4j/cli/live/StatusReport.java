package org.upstart4j.cli.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Json;
import org.upstart4j.cli.terminal.StatusJson;
import org.upstart4j.cli.terminal.StatusText;

/** Prints how a job stands at the end of a command. */
record StatusReport(Console console, boolean json, Optional<Duration> limit) {

  private static final double MILLIS = 1000;

  /** Prints it; returns the exit status. */
  int done(JobStatus status) throws IOException {
    if (json) {
      Json.writeLine(console.out(), members -> StatusJson.members(members, status));
    } else {
      console.out().println(StatusText.of(status, console.paint()));
    }
    return 0;
  }

  /** Says how the job stands now that the time is over; returns the exit status. */
  int late(Job job, Environment environment, String wanted) {
    console.complain(
        job.name()
            + " is not "
            + wanted
            + " after "
            + seconds()
            + " s; it is "
            + standing(job, environment));
    return Choice.TIMED_OUT;
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
