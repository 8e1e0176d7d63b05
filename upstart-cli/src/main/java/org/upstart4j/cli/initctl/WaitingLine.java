package org.upstart4j.cli.initctl;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.terminal.Progress;
import org.upstart4j.cli.why.WaitChain;

/**
 * What a command waits for, said on a terminal while it waits. It asks over a connection of its
 * own, which is made when there is something to say.
 */
final class WaitingLine implements Supplier<String>, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST = 3;

  private final Upstart first;
  private final Reach reach;
  private final Function<Upstart, String> what;
  private final Progress progress;
  private @Nullable Upstart upstart;
  private boolean closed;
  private String said = "";
  private long since = System.nanoTime();

  /**
   * Begins to wait.
   *
   * @param call the command
   * @param what says what is waited for now, by asking an Upstart
   */
  private WaitingLine(Invocation call, Function<Upstart, String> what) {
    this.first = call.upstart();
    this.reach = call.reach();
    this.what = what;
    this.progress = isWanted(call) ? Progress.after(PATIENCE, this) : Progress.none();
  }

  private static boolean isWanted(Invocation call) {
    return !call.program().isInitctl()
        && call.patience().waits()
        && !call.has(Option.QUIET)
        && !call.has(Option.JSON);
  }

  /** Begins to say how a job stands. */
  static WaitingLine ofJob(Invocation call, String job, Environment environment) {
    return new WaitingLine(call, upstart -> line(upstart, upstart.job(job).status(environment)));
  }

  /** Begins to say which jobs are between two states. */
  static WaitingLine ofEvent(Invocation call, String event) {
    return new WaitingLine(
        call,
        upstart ->
            WaitChain.ofEvent(upstart, event).orElseGet(() -> line(event, upstart.statuses())));
  }

  private static String line(Upstart upstart, JobStatus status) {
    return WaitChain.ofInstance(upstart, status).orElseGet(() -> line(status));
  }

  private static String line(JobStatus status) {
    return status.toString().replace("\n\t", ", ");
  }

  private static String line(String event, List<JobStatus> all) {
    List<JobStatus> moving = all.stream().filter(status -> !rests(status)).toList();
    if (moving.isEmpty()) {
      return event + " has not come to its end";
    }
    String first =
        moving.stream().limit(MOST).map(WaitingLine::line).collect(Collectors.joining("; "));
    return moving.size() > MOST ? first + "; " + (moving.size() - MOST) + " more" : first;
  }

  private static boolean rests(JobStatus status) {
    return status.isRunning() || status.is(Goal.STOP, State.WAITING);
  }

  /** What to say now, and for how long that has been so. */
  @Override
  public String get() {
    String now = what.apply(upstart());
    if (!now.equals(said)) {
      since = said.isEmpty() ? since : System.nanoTime();
      said = now;
    }
    return now + ", for " + Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s";
  }

  private Upstart upstart() {
    synchronized (this) {
      if (upstart != null) {
        return upstart;
      }
    }
    return keep(reach.openBeside(first));
  }

  private synchronized Upstart keep(Upstart opened) {
    upstart = opened;
    if (closed) {
      disconnect(opened);
    }
    return opened;
  }

  private void disconnect(Upstart opened) {
    if (opened != first) {
      opened.close();
    }
  }

  /** Takes the line away, and ends what is being asked. */
  @Override
  public void close() {
    progress.close();
    synchronized (this) {
      closed = true;
      if (upstart != null) {
        disconnect(upstart);
      }
    }
  }
}
