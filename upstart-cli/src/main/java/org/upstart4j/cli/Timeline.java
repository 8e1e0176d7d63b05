package org.upstart4j.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;
import org.upstart4j.cli.terminal.Paint;

/** Prints what an Upstart does, a line each, with the time at which it happens. */
final class Timeline implements UpstartListener {

  private static final double NANOS = 1e9;

  private final PrintWriter out;
  private final Paint paint;
  private final Supplier<Duration> elapsed;

  Timeline(PrintWriter out, Paint paint, Supplier<Duration> elapsed) {
    this.out = out;
    this.paint = paint;
    this.elapsed = elapsed;
  }

  void line(String text) {
    double seconds = elapsed.get().toNanos() / NANOS;
    out.println("    " + paint.place(String.format(Locale.ROOT, "%7.3f s", seconds)) + "  " + text);
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    line(paint.strong(JobStatus.label(job, instance) + " goal " + goal));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    line(JobStatus.label(job, instance) + " " + state);
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    line(paint.bad(JobStatus.label(job, instance) + " failed with status " + status.number()));
  }

  @Override
  public void eventEmitted(Event event) {
    line(paint.good("event " + event));
  }
}
