package org.upstart4j.cli.timeline;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.init.SignalClass;
import org.upstart4j.cli.reach.Durations;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobGraphBuilder;
import org.upstart4j.picture.timeline.Row;
import org.upstart4j.picture.timeline.Timeline;
import org.upstart4j.picture.timeline.TimelineRecorder;

/** Listens to an Upstart, and shows what it does meanwhile and at the end. */
final class Live {

  /** How often the picture is written anew, in milliseconds. */
  private static final long PERIOD = 1000;

  private final Invocation call;
  private final Output output;
  private final Optional<Duration> longest;
  private final long beginning = System.nanoTime();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable JobGraphBuilder jobs;

  Live(Invocation call, Output output) {
    this.call = call;
    this.output = output;
    this.longest =
        call.value(TimelineCommand.TIME)
            .map(
                text ->
                    Durations.parse(text)
                        .orElseThrow(
                            () ->
                                new Misuse(
                                    "--time takes a time such as 30s or 5m, not \""
                                        + text
                                        + "\"")));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - beginning);
  }

  /** Records until it is enough; returns the exit status. */
  int run() throws IOException {
    endOn("INT");
    endOn("TERM");
    try (TimelineRecorder recorder = TimelineRecorder.of(call.upstart(), this::elapsed)) {
      if (Terminal.isErrors()) {
        call.console().err().println("Recording; Ctrl-C ends it.");
      }
      Timeline timeline = untilEnough(recorder);
      if (output.to().isPresent() && timeline.leadingTo(output.to().get()).isEmpty()) {
        output.writeMeanwhile(timeline, subject());
        call.console()
            .complain(
                Visible.text(
                    "--to: no job \""
                        + output.to().get()
                        + "\" started meanwhile, and no such event happened"));
        return 1;
      }
      output.write(timeline, subject());
      return 0;
    }
  }

  private Subject subject() {
    return new Subject(call.upstart().transport(), this::graph);
  }

  /** The jobs are asked for once, how they stand each time. */
  private Optional<JobGraph> graph() {
    Upstart upstart = call.upstart();
    try {
      jobs = jobs == null ? JobGraphBuilder.of(upstart) : jobs;
      jobs.statuses(upstart.statuses());
    } catch (UpstartException gone) {
      // the picture shows that nothing was heard any more
    }
    return Optional.ofNullable(jobs).map(JobGraphBuilder::build);
  }

  private void endOn(String signal) {
    try {
      SignalClass.OPEN.handle(signal, () -> ended.complete(null));
    } catch (ReflectiveOperationException | RuntimeException none) {
      call.console().complain("SIG" + signal + " ends this without a picture: " + none);
    }
  }

  private Timeline untilEnough(TimelineRecorder recorder) throws IOException {
    long written = -1;
    while (true) {
      boolean isEnded = awaitEnd();
      long heard = recorder.heard();
      Timeline timeline = recorder.timeline();
      if (isEnded || isOver() || isReached(timeline)) {
        return Blockers.of(call.upstart(), recorder, timeline);
      }
      if (output.isFile() && heard != written) {
        output.writeMeanwhile(Blockers.of(call.upstart(), recorder, timeline), subject());
        written = heard;
      }
    }
  }

  private boolean awaitEnd() {
    long wait =
        longest
            .map(time -> Math.max(1, Math.min(PERIOD, time.minus(elapsed()).toMillis() + 1)))
            .orElse(PERIOD);
    try {
      ended.get(wait, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goOn) {
      return false;
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new UpstartInterruptedException("the end of the recording", interruption);
    }
  }

  private boolean isOver() {
    return longest.filter(time -> elapsed().compareTo(time) >= 0).isPresent();
  }

  private boolean isReached(Timeline timeline) {
    return output
        .to()
        .filter(
            to ->
                timeline.rows().stream().anyMatch(row -> runs(row, to))
                    || timeline.events().stream()
                        .anyMatch(
                            one -> one.event().name().equals(to) && one.finished().isPresent()))
        .isPresent();
  }

  private static boolean runs(Row row, String to) {
    return (row.job().equals(to) || row.label().equals(to))
        && row.lives().stream().anyMatch(life -> life.running().isPresent());
  }
}
