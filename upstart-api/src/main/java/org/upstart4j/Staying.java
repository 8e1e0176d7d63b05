package org.upstart4j;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until an instance has stayed up: it has run for some time without a break, as one process.
 * It hears of breaks by signals, and where there are none it looks again and again.
 */
final class Staying {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LAST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final double MILLIS = 1000;

  /** The time of an Upstart that has none of its own. */
  static final OwnTime MACHINE =
      new OwnTime() {
        @Override
        public Duration elapsed() {
          return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void after(Duration time, Runnable action) {
          CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
              .execute(action);
        }
      };

  private final String job;
  private final String instance;
  private final Supplier<JobStatus> look;
  private final OwnTime time;
  private final @Nullable Interruptions heard;

  private @Nullable Duration since;
  private OptionalInt pid = OptionalInt.empty();
  private Duration lastUp = Duration.ZERO;
  private int interruptions;
  private int replaced;
  private Duration pause = FIRST_PAUSE;

  /**
   * Waits for an instance.
   *
   * @param look returns the status as it is now; {@code stop/waiting} if the instance has gone
   * @param time how its time passes
   * @param heard hears of its breaks since before it was started; null if there are no signals
   */
  Staying(
      String job,
      String instance,
      Supplier<JobStatus> look,
      OwnTime time,
      @Nullable Interruptions heard) {
    this.job = job;
    this.instance = instance;
    this.look = look;
    this.time = time;
    this.heard = heard;
  }

  /** Returns when it has stayed up for some time. */
  void await(Duration stays, Deadline deadline) {
    while (true) {
      int before = interruptions;
      // first, as what happens after that is seen by the look, or next time
      interruptions = heard == null ? 0 : course(heard).count();
      JobStatus status = look.get();
      Duration now = time.elapsed();
      if (status.is(Goal.STOP, State.WAITING)) {
        throw stopped(now);
      }
      note(status, interruptions > before, now);
      Duration left = since == null ? LAST_PAUSE : stays.minus(now.minus(since));
      if (since != null && (left.isNegative() || left.isZero())) {
        return;
      }
      try {
        waitForNews(left, deadline);
      } catch (UpstartTimeoutException late) {
        throw new UpstartTimeoutException(
            label() + " to stay up for " + seconds(stays) + "; " + upNow(), late.limit());
      }
    }
  }

  private Interruptions.Course course(Interruptions signals) {
    return signals.of(instance);
  }

  /** Notes since when it has run as it does. */
  private void note(JobStatus status, boolean interrupted, Duration now) {
    boolean otherProcess = pid.isPresent() && status.isRunning() && !status.pid().equals(pid);
    if (since != null && (interrupted || otherProcess || !status.isRunning())) {
      lastUp = now.minus(since);
      since = null;
    }
    if (otherProcess) {
      replaced++;
    }
    if (status.isRunning()) {
      since = since == null ? now : since;
      pid = status.pid();
    }
  }

  private void waitForNews(Duration left, Deadline deadline) {
    if (heard == null) {
      deadline.sleep(shorter(left, pause), label());
      pause = shorter(pause.multipliedBy(2), LAST_PAUSE);
    } else {
      if (since != null) {
        time.after(shorter(left, LONGEST_PAUSE), heard::wake);
      }
      heard.await(deadline, label());
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private String label() {
    return JobStatus.label(job, instance);
  }

  private String upNow() {
    return since == null
        ? "it does not run"
        : "it had stayed up for " + seconds(time.elapsed().minus(since));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / MILLIS).replace(".0", "") + " s";
  }

  private JobFailedException stopped(Duration now) {
    if (since != null) {
      lastUp = now.minus(since);
    }
    if (heard != null) {
      heard.awaitStop(instance);
    }
    JobFailedException stopped =
        new JobFailedException(
            UpstartError.ofUpstart("JobFailed", "Job " + summary()), job, instance);
    JobFailure failure = heard == null ? null : course(heard).failure();
    return failure == null ? stopped : stopped.explained(failure);
  }

  private String summary() {
    if (heard == null) {
      return replaced > 0 ? "was respawned and then stopped" : "stopped after " + seconds(lastUp);
    }
    return switch (course(heard).respawns()) {
      case 0 -> "stopped after " + seconds(lastUp);
      case 1 -> "was respawned once and then stopped";
      default -> "was respawned " + course(heard).respawns() + " times and then stopped";
    };
  }
}
