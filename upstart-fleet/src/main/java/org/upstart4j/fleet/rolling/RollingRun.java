package org.upstart4j.fleet.rolling;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.upstart4j.Deadline;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.Wait;
import org.upstart4j.fleet.CallLimits;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.HostCall;
import org.upstart4j.fleet.HostResult;
import org.upstart4j.fleet.HostResult.Answer;
import org.upstart4j.fleet.HostResult.Failure;
import org.upstart4j.fleet.HostResult.Untried;
import org.upstart4j.fleet.rolling.Outcome.Kind;
import org.upstart4j.fleet.rolling.RollingResult.End;

/** One run of a change, on the thread that waits for it. */
final class RollingRun {

  private final Fleet fleet;
  private final RollingPlan plan;
  private final HostCall<? extends Instance> change;
  private final Ledger ledger;
  private final StopSign sign;
  private final Consumer<? super HostResult<JobStatus>> progress;
  private final Deadline deadline;
  private final int limit;

  private volatile End end = End.COMPLETE;
  private String reason = "All hosts were tried";
  private int failures;
  private boolean inCanary;

  RollingRun(
      Fleet fleet,
      RollingPlan plan,
      HostCall<? extends Instance> change,
      Ledger ledger,
      StopSign sign,
      Consumer<? super HostResult<JobStatus>> progress) {
    this.fleet = fleet;
    this.plan = plan;
    this.change = change;
    this.ledger = ledger;
    this.sign = sign;
    this.progress = progress;
    this.deadline = Deadline.of(fleet.limits().all().map(Wait::atMost).orElse(Wait.FOREVER));
    this.limit = plan.maxFailures().among(fleet.hosts().size());
  }

  RollingResult run() {
    int all = fleet.hosts().size();
    List<Host> left = ledger.left(fleet.hosts());
    inCanary = plan.canaries(left.size(), all) > 0;
    boolean first = true;
    for (List<Host> batch : plan.batches(left, all)) {
      if (!first) {
        pause();
      }
      first = false;
      if (goesOn()) {
        change(batch);
      }
      inCanary = false;
    }
    return new RollingResult(ledger.all(), end, reason);
  }

  private void pause() {
    if (end == End.COMPLETE && !plan.pause().isZero()) {
      Duration time = plan.pause();
      sign.pause(timeLeft().filter(left -> left.compareTo(time) < 0).orElse(time));
    }
  }

  private Optional<Duration> timeLeft() {
    return deadline.remaining().limit();
  }

  /** Returns whether there is a reason to begin another batch. */
  private boolean goesOn() {
    if (sign.isRaised()) {
      end(End.STOPPED, "The change was stopped");
    } else if (timeLeft().filter(Duration::isZero).isPresent()) {
      end(End.TIME, "The time for all hosts was over");
    }
    return end == End.COMPLETE;
  }

  /** Ends the change, unless it has ended for another reason. */
  private void end(End now, String why) {
    if (end == End.COMPLETE) {
      end = now;
      reason = why;
    }
  }

  private void change(List<Host> batch) {
    if (!note(batch, Outcome.UNDER_WAY)) {
      return;
    }
    CallLimits limits = fleet.limits();
    try (Stream<HostResult<Optional<JobStatus>>> results =
        fleet.call(batch, timeLeft().map(limits::withAll).orElse(limits), this::change)) {
      Iterator<HostResult<Optional<JobStatus>>> each = results.iterator();
      // what has begun ends then, and still has a result
      sign.onRaise(results::close);
      if (take(each)) {
        Thread.currentThread().interrupt();
      }
    } finally {
      sign.onRaise(() -> {});
    }
  }

  /** Takes all results, and returns whether this thread was interrupted meanwhile. */
  private boolean take(Iterator<HostResult<Optional<JobStatus>>> results) {
    boolean interrupted = false;
    while (true) {
      try {
        if (!results.hasNext()) {
          return interrupted;
        }
        take(results.next());
      } catch (UpstartInterruptedException stopped) {
        interrupted = Thread.interrupted();
        sign.raise();
      }
    }
  }

  private void take(HostResult<Optional<JobStatus>> result) {
    HostResult<JobStatus> told = told(result);
    if (told instanceof Untried<JobStatus> && result instanceof Untried<?>) {
      end(sign.isRaised() ? End.STOPPED : End.TIME, outcome(told).reason());
    } else if (told instanceof Failure<JobStatus> failure) {
      count(failure);
    }
    note(List.of(told.host()), outcome(told));
    progress.accept(told);
  }

  private static HostResult<JobStatus> told(HostResult<Optional<JobStatus>> result) {
    if (result instanceof Answer<Optional<JobStatus>> answer) {
      return answer.value().isPresent()
          ? new Answer<>(answer.host(), answer.value().get(), answer.took())
          : new Untried<>(answer.host(), Outcome.UNTRIED.reason());
    } else if (result instanceof Failure<Optional<JobStatus>> failure) {
      return new Failure<>(failure.host(), failure.error(), failure.took());
    }
    return new Untried<>(result.host(), ((Untried<Optional<JobStatus>>) result).reason());
  }

  private void count(Failure<JobStatus> failure) {
    if (sign.isRaised()) {
      end(End.STOPPED, "The change was stopped");
      return;
    }
    failures++;
    if (inCanary) {
      end(End.CANARY, "The canary " + failure.host() + " has failed");
    } else if (failures >= limit) {
      end(End.FAILURES, failures + " of " + limit + " failures that stop the change");
    }
  }

  private Outcome outcome(HostResult<JobStatus> result) {
    if (result instanceof Failure<JobStatus> failure) {
      return new Outcome(
          sign.isRaised() ? Kind.UNKNOWN : Kind.FAILED,
          String.valueOf(failure.error().getMessage()));
    }
    return result instanceof Untried<JobStatus> untried
        ? new Outcome(Kind.UNTRIED, untried.reason())
        : Outcome.DONE;
  }

  private boolean note(List<Host> hosts, Outcome outcome) {
    try {
      ledger.note(hosts, outcome);
      return true;
    } catch (RecordException failure) {
      end(End.UNRECORDED, String.valueOf(failure.getMessage()));
      return false;
    }
  }

  /** Changes a host, on a thread of the fleet; nothing if no more hosts may begin. */
  private Optional<JobStatus> change(Host host, Upstart upstart) {
    if (end != End.COMPLETE || sign.isRaised()) {
      return Optional.empty();
    }
    Deadline time = Deadline.of(Wait.atMost(ownLimit()));
    Instance instance = change.call(host, upstart);
    if (!plan.stays().isZero()) {
      instance.awaitStaysRunning(plan.stays(), time.remaining());
    }
    return Optional.of(status(instance));
  }

  /**
   * A little less than a host may take, as the error of the job says more than that of the host.
   */
  private Duration ownLimit() {
    Duration whole = fleet.limits().host();
    return whole.minus(whole.dividedBy(20));
  }

  private static JobStatus status(Instance instance) {
    try {
      return instance.status();
    } catch (UnknownInstanceException gone) {
      return JobStatus.notRunning(instance.job().name());
    }
  }
}
