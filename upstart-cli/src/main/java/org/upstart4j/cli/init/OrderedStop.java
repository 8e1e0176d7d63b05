package org.upstart4j.cli.init;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UpstartException;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Stops all jobs as {@code shutdown} does: it emits {@code runlevel}, on which jobs stop by their
 * own rules, and then stops the others. These do not wait for a job that takes more than half of
 * the time.
 */
final class OrderedStop {

  /** How it went. */
  enum End {
    /** All jobs have stopped. */
    DONE,
    /** The time is over. */
    LATE,
    /** Somebody does not want to wait any longer. */
    HURRIED
  }

  private final EmbeddedUpstart upstart;
  private final BlockingQueue<Request> requests;
  private final long begin = System.nanoTime();
  private final long limit;

  /**
   * Begins to count the time.
   *
   * @param requests tell when jobs have changed, and when somebody asks again
   */
  OrderedStop(EmbeddedUpstart upstart, BlockingQueue<Request> requests, Duration limit) {
    this.upstart = upstart;
    this.requests = requests;
    this.limit = limit.toNanos();
  }

  /** Stops them; the event is that on which jobs stop by themselves. */
  End run(Event first) throws InterruptedException {
    CompletableFuture<@Nullable Void> event = upstart.emitAsync(first);
    var unused = event.whenComplete((done, failure) -> requests.add(Request.LOOK));
    while (true) {
      List<JobStatus> left = left();
      if (event.isDone() && left.isEmpty()) {
        return End.DONE;
      }
      long passed = System.nanoTime() - begin;
      if (passed >= limit) {
        return End.LATE;
      }
      boolean isHalfOver = passed >= limit / 2;
      if (event.isDone() || isHalfOver) {
        left.stream().filter(JobStatus::isStarted).forEach(this::stop);
      }
      long pause = (isHalfOver ? limit : limit / 2) - passed;
      if (requests.poll(pause, TimeUnit.NANOSECONDS) instanceof Request.Stop) {
        return End.HURRIED;
      }
    }
  }

  /** The instances that have not stopped. */
  List<JobStatus> left() {
    return upstart.statuses().stream()
        .filter(status -> !status.is(Goal.STOP, State.WAITING))
        .toList();
  }

  private void stop(JobStatus status) {
    try {
      Job job = upstart.job(status.job());
      for (Instance instance : job.instances()) {
        if (instance.name().equals(status.instance())) {
          var unused = instance.stopAsync();
        }
      }
    } catch (UpstartException gone) {
      // then it has stopped
    }
  }

  /** How much of the time is left; 0 if it is over. */
  Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, limit - (System.nanoTime() - begin)));
  }
}
