package org.upstart4j.cli.init;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import org.upstart4j.JobStatus;
import org.upstart4j.embedded.EmbeddedUpstart;

/** Stops all jobs, and ends what is left. */
record Shutdown(
    InitSettings settings, BlockingQueue<Request> requests, EmbeddedUpstart upstart, InitLog log) {

  /** How long processes that belong to no job have after SIGTERM. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Does so; says whether all jobs have stopped, and none was killed for want of time. */
  boolean run(Ending ending, RunLevel runlevel) throws IOException, InterruptedException {
    upstart.endBoot();
    OrderedStop stopping = new OrderedStop(upstart, requests, settings.stopTimeout());
    OrderedStop.End end = stopping.run(ending.event(runlevel.last()));
    switch (end) {
      case DONE -> log.say("all jobs have stopped");
      case LATE ->
          log.say("killed after " + settings.stopTimeoutText() + ": " + labels(stopping.left()));
      case HURRIED -> log.say("killed, as asked for once more: " + labels(stopping.left()));
    }
    boolean isDone = end == OrderedStop.End.DONE;
    if (OtherProcesses.areOurs()) {
      endOthers(isDone ? shorter(stopping.timeLeft(), GRACE) : Duration.ZERO);
    }
    return isDone;
  }

  /** Those that belong to no job, or have left theirs. */
  private void endOthers(Duration grace) throws IOException, InterruptedException {
    if (!grace.isZero()) {
      OtherProcesses.end(grace, () -> requests.poll() instanceof Request.Stop);
    }
    upstart.close();
    OtherProcesses.kill();
  }

  private static Duration shorter(Duration one, Duration two) {
    return one.compareTo(two) < 0 ? one : two;
  }

  private static String labels(List<JobStatus> statuses) {
    Set<String> labels = new TreeSet<>();
    statuses.forEach(status -> labels.add(JobStatus.label(status.job(), status.instance())));
    return String.join(", ", labels);
  }
}
