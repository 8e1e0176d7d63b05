package org.upstart4j;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Waits for an instance to reach some status: by its signals, which show every state that it passes
 * through, or by looking again and again where there are none.
 */
final class Awaiting {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LAST_PAUSE = Duration.ofMillis(500);

  private final SignalSource signals;
  private final String job;
  private final @Nullable String instance;
  private final Supplier<JobStatus> look;

  /** What tells of changes. */
  interface SignalSource {

    /** Says whether there are signals. */
    boolean areThere();

    Subscription subscribe(UpstartListener listener);
  }

  /**
   * Waits for an instance.
   *
   * @param instance the instance's name; null if it is not known
   * @param look returns the status as it is now
   */
  Awaiting(SignalSource signals, String job, @Nullable String instance, Supplier<JobStatus> look) {
    this.signals = signals;
    this.job = job;
    this.instance = instance;
    this.look = look;
  }

  JobStatus until(Goal goal, State state, Wait wait) {
    return await(
        status -> status.is(goal, state),
        label() + " to reach " + goal + "/" + state,
        Deadline.of(wait));
  }

  /**
   * Waits for a change.
   *
   * @param what the change, to be followed by "of" and the instance in errors
   */
  JobStatus until(Predicate<JobStatus> done, String what, Deadline deadline) {
    return await(done, what + " of " + label(), deadline);
  }

  private String label() {
    return JobStatus.label(job, instance == null ? "" : instance);
  }

  private JobStatus await(Predicate<JobStatus> done, String what, Deadline deadline) {
    return signals.areThere() ? bySignals(done, what, deadline) : byLooking(done, what, deadline);
  }

  private JobStatus byLooking(Predicate<JobStatus> done, String what, Deadline deadline) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      JobStatus status = look.get();
      if (done.test(status)) {
        return status;
      }
      deadline.sleep(pause, what);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LAST_PAUSE) < 0 ? longer : LAST_PAUSE;
    }
  }

  private JobStatus bySignals(Predicate<JobStatus> done, String what, Deadline deadline) {
    Changes changes = new Changes();
    try (Subscription subscription = signals.subscribe(changes)) {
      JobStatus status = look.get();
      while (!done.test(status)) {
        status = deadline.poll(changes.queue, what).apply(status);
      }
      return status;
    }
  }

  /** What the signals say about the instance, as changes of the status that was seen last. */
  private final class Changes implements UpstartListener {

    final BlockingQueue<UnaryOperator<JobStatus>> queue = new LinkedBlockingQueue<>();

    @Override
    public void goalChanged(String changedJob, String changed, Goal goal) {
      change(
          changedJob,
          changed,
          old -> new JobStatus(job, changed, goal, old.state(), old.processes()));
    }

    @Override
    public void stateChanged(String changedJob, String changed, State state) {
      change(changedJob, changed, old -> new JobStatus(job, changed, old.goal(), state, List.of()));
    }

    private void change(String changedJob, String changed, UnaryOperator<JobStatus> change) {
      if (changedJob.equals(job)) {
        if (instance == null) {
          lookAgain();
        } else if (instance.equals(changed)) {
          queue.add(change);
        }
      }
    }

    @Override
    public void instanceRemoved(String changedJob, String changed) {
      if (changedJob.equals(job)) {
        lookAgain();
      }
    }

    @Override
    public void jobRemoved(String changedJob) {
      if (changedJob.equals(job)) {
        lookAgain();
      }
    }

    @Override
    public void connectionRegained(Set<String> came, Set<String> gone) {
      lookAgain();
    }

    @Override
    public void missed(long count) {
      lookAgain();
    }

    private void lookAgain() {
      queue.add(old -> look.get());
    }
  }
}
