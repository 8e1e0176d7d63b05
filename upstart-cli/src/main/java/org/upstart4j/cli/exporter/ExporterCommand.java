package org.upstart4j.cli.exporter;

import java.io.IOException;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;

/** {@code upstart exporter}: shows the numbers of Upstarts to programs that watch numbers. */
public final class ExporterCommand {

  static final Option LISTEN =
      Option.text("listen", "HOST:PORT", "answer here (default: 127.0.0.1:9560)");
  static final Option OTLP =
      Option.text("otlp", "URL", "also push the numbers to this OpenTelemetry collector");
  static final Option INCLUDE =
      Option.text("jobs-include", "PATTERN,...", "only these jobs have numbers of their own");
  static final Option EXCLUDE =
      Option.text("jobs-exclude", "PATTERN,...", "these jobs have no numbers of their own");
  static final Option PER_STATE = Option.flag("per-state", "also a number for each job and state");
  static final Option PER_INSTANCE =
      Option.flag("per-instance", "numbers for each instance, not for its job");
  static final Option MOST_JOBS =
      Option.text("most-jobs", "N", "at most so many jobs apart, all others as one (default: 500)");
  static final Option INTERVAL =
      Option.text("interval", "TIME", "ask again so long after an answer (default: 10s)");
  static final Option TIMEOUT =
      Option.TIMEOUT.meaning("how long an answer may take (default: 10s)");
  static final Option ONCE = Option.flag("once", "print the numbers and end");

  private ExporterCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(ExporterCommand::run)
        .detailed(
            "Answers at /metrics in Prometheus's formats, and at /-/healthy. Upstart is asked from"
                + " time to time, and what happens is heard as it happens, so that nobody who reads"
                + " waits for an Upstart.")
        .with(LISTEN, OTLP, INCLUDE, EXCLUDE, PER_STATE, PER_INSTANCE, MOST_JOBS, INTERVAL, ONCE)
        .with(Option.reach(TIMEOUT))
        .noting(
            "There is no TLS and no password: that is for a reverse proxy. So it listens on"
                + " loopback unless told otherwise.",
            "  upstart exporter --jobs-exclude 'tty*'",
            "Exit status: 1 if it cannot listen, 2 wrong arguments; with --once also 1 if Upstart"
                + " does not answer. Ends on SIGINT and on SIGTERM.");
  }

  private static int run(Invocation call) throws IOException {
    return new ExporterRun(call, ExporterSettings.of(call)).run();
  }
}
