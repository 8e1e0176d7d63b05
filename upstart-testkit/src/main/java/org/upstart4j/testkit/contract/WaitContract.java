package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.Trial.PATIENCE;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.STUBBORN;

import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;

/** A call waits as long as it is told to, and no longer. */
public interface WaitContract extends UpstartContract {

  /** So short that no test is slow, and so long that a call really waits for its deadline. */
  Duration SHORT = Duration.ofMillis(200);

  private static void assertTimeout(Runnable call) {
    long begun = System.nanoTime();
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(call::run)
        .satisfies(failure -> assertThat(failure.limit()).isPositive());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SHORT);
  }

  /** Long enough for Upstart to receive a command: much longer than it takes to answer one. */
  private static Wait untilHeard(Job job) {
    long begun = System.nanoTime();
    job.status();
    Duration answered = Duration.ofNanos(System.nanoTime() - begun);
    Duration much = answered.multipliedBy(20);
    return Wait.atMost(much.compareTo(SHORT) > 0 ? much : SHORT);
  }

  @Test
  default void aDeadlineEndsTheWaitingForAStartWhichGoesOn(Trial trial) {
    Job job = trial.job(HANGING_START, SERVICE);

    assertTimeout(() -> job.start(Environment.EMPTY, untilHeard(job)));

    job.await(Goal.START, State.PRE_START, PATIENCE);
  }

  @Test
  default void aDeadlineEndsTheWaitingForAStopWhichGoesOn(Trial trial) {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    job.start();

    assertTimeout(() -> job.stop(Environment.EMPTY, untilHeard(job)));

    job.await(Goal.STOP, State.KILLED, PATIENCE);
  }

  @Test
  default void aDeadlineEndsTheWaitingForARestart(Trial trial) {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    job.start();

    assertTimeout(() -> job.restart(Environment.EMPTY, Wait.atMost(SHORT)));
  }

  @Test
  default void aDeadlineEndsTheWaitingForAnEventWhichGoesOn(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), HANGING_START, SERVICE);

    assertTimeout(() -> trial.upstart().emit(event, untilHeard(job)));

    job.await(Goal.START, State.PRE_START, PATIENCE);
  }

  @Test
  default void aDeadlineEndsTheWaitingForAnInstance(Trial trial) {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    job.start();

    assertTimeout(() -> job.instance("").stop(Wait.atMost(SHORT)));
  }

  @Test
  default void aDeadlineEndsTheWaitingForAState(Trial trial) {
    Job job = trial.job(SERVICE);

    assertTimeout(() -> job.await(Goal.START, State.RUNNING, Wait.atMost(SHORT)));
  }

  @Test
  default void whatComesInTimeIsNotLate(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.start(Environment.EMPTY, PATIENCE).status().isRunning()).isTrue();
    job.stop(Environment.EMPTY, PATIENCE);
    trial.upstart().emit(trial.event(), PATIENCE);
  }

  @Test
  default void aLimitThatHasPassedEndsTheWaitingAtOnce(Trial trial) {
    Job job = trial.job(HANGING_START, SERVICE);

    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(() -> job.start(Environment.EMPTY, Wait.atMost(Duration.ZERO)));
  }

  @Test
  default void aCallThatDoesNotWaitReturnsBeforeTheJobRuns(Trial trial) {
    Job job = trial.job(HANGING_START, SERVICE);

    assertThat(job.start(Environment.EMPTY, Wait.NO_WAIT).name()).isEmpty();

    assertThat(job.status().goal()).isEqualTo(Goal.START);
    assertThat(job.status().state()).isNotEqualTo(State.RUNNING);
  }

  @Test
  default void aStopThatIsNotWaitedForReturnsBeforeTheJobHasStopped(Trial trial) {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    job.start();

    job.stop(Environment.EMPTY, Wait.NO_WAIT);

    assertThat(job.status().goal()).isEqualTo(Goal.STOP);
    assertThat(job.instances()).hasSize(1);
  }

  @Test
  default void aStartIsWaitedForBeyondAnyTimeoutOfTheTransport(Trial trial) {
    Duration time = trial.fixture().beyondAnyTimeout();
    String name = trial.job("pre-start exec sleep " + time.toSeconds(), SERVICE).name();
    Job job = trial.fixture().impatient().job(name);
    Duration begun = trial.fixture().elapsed();

    Instance instance = job.start();

    assertThat(trial.fixture().elapsed().minus(begun))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(time.toSeconds()));
    assertThat(instance.status().isRunning()).isTrue();
  }

  @Test
  default void anInterruptionEndsTheWaitingForAStart(Trial trial) throws Exception {
    Job job = trial.job(HANGING_START, SERVICE);

    assertInterruptible(job::start, () -> job.await(Goal.START, State.PRE_START, PATIENCE));

    assertThat(job.status().is(Goal.START, State.PRE_START)).isTrue();
  }

  @Test
  default void anInterruptionEndsTheWaitingForAnEvent(Trial trial) throws Exception {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), HANGING_START, SERVICE);

    assertInterruptible(
        () -> trial.upstart().emit(event), () -> job.await(Goal.START, State.PRE_START, PATIENCE));
  }

  @Test
  default void anInterruptionEndsTheWaitingForAState(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);

    assertInterruptible(() -> job.await(Goal.START, State.RUNNING, Wait.FOREVER), () -> {});
  }

  /** Interrupts a call, while it waits if the test can know when that is. */
  private static void assertInterruptible(Runnable call, Runnable untilWaiting) throws Exception {
    Thread[] thread = new Thread[1];
    boolean[] flag = new boolean[1];
    Future<?> waiting =
        TrialThreads.start(
            () -> {
              thread[0] = Thread.currentThread();
              try {
                call.run();
              } finally {
                flag[0] = Thread.interrupted();
              }
            });
    untilWaiting.run();
    Eventually.is(() -> thread[0] != null, "the thread runs");
    thread[0].interrupt();

    assertThat(TrialThreads.failure(waiting)).isInstanceOf(UpstartInterruptedException.class);
    assertThat(flag[0]).as("the thread's interrupt status").isTrue();
  }

  @Test
  default void whoWaitsLearnsOfAFailureThatComesLate(Trial trial) throws Exception {
    Job job = trial.job(HANGING_START, SERVICE);
    Future<?> start = TrialThreads.start(job::start);
    job.await(Goal.START, State.PRE_START, PATIENCE);

    trial.signal(job, ProcessType.PRE_START, Signal.TERM);

    assertThat(TrialThreads.failure(start)).isInstanceOf(JobFailedException.class);
  }

  @Test
  default void aStopEndsTheWaitingForAStart(Trial trial) throws Exception {
    String name = trial.name("held");
    trial.job("start on starting " + name, "task", SERVICE);
    Job held = trial.named(name, SERVICE);
    Future<?> start = TrialThreads.start(held::start);
    held.await(Goal.START, State.STARTING, PATIENCE);

    held.stop(Environment.EMPTY, Wait.NO_WAIT);

    start.get();
  }

  @Test
  default void awaitingReturnsTheStatusThatWasWaitedFor(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);
    Future<?> start = TrialThreads.start(job::start);

    JobStatus status = job.await(Goal.START, State.RUNNING, PATIENCE);

    assertThat(status.isRunning()).isTrue();
    assertThat(status.job()).isEqualTo(job.name());
    start.get();
    assertThat(job.await(Goal.START, State.RUNNING, Wait.NO_WAIT)).isEqualTo(job.status());
  }

  @Test
  default void awaitingWithoutAWaitLooksOnce(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.await(Goal.STOP, State.WAITING, Wait.NO_WAIT))
        .isEqualTo(JobStatus.notRunning(job.name()));
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(() -> job.await(Goal.START, State.RUNNING, Wait.NO_WAIT));
  }
}
