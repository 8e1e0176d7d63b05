package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.Trial.PATIENCE;
import static org.upstart4j.testkit.contract.TrialPrograms.FAILS;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.STUBBORN;
import static org.upstart4j.testkit.contract.TrialPrograms.SUCCEEDS;

import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;

/** What everybody writes by hand around start and stop. */
public interface EnsureContract extends UpstartContract {

  /** Long enough to be seen, short enough to be waited for. */
  Duration STAYS = Duration.ofMillis(300);

  @Test
  default void whatDoesNotRunIsStarted(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.ensureRunning(Environment.EMPTY, PATIENCE).status().isRunning()).isTrue();
  }

  @Test
  default void whatRunsIsLeftRunning(Trial trial) {
    Job job = trial.job(SERVICE);
    JobStatus before = job.start().status();

    assertThat(job.ensureRunning(Environment.EMPTY, PATIENCE).status()).isEqualTo(before);
    assertThat(job.ensureRunning(Environment.EMPTY, Wait.NO_WAIT).status()).isEqualTo(before);
  }

  @Test
  default void aStartThatIsUnderWayIsWaitedFor(Trial trial) throws Exception {
    String name = trial.name("held");
    Job gate = trial.job("start on starting " + name, "task", SERVICE);
    Job held = trial.named(name, SERVICE);
    trial.startUntil(State.STARTING, held);
    gate.await(Goal.START, State.RUNNING, PATIENCE);

    Future<?> ensured =
        TrialThreads.start(
            () ->
                assertThat(held.ensureRunning(Environment.EMPTY, PATIENCE).status().isRunning())
                    .isTrue());
    gate.stop();

    ensured.get();
  }

  @Test
  default void aStartThatIsUnderWayMayFail(Trial trial) throws Exception {
    Job job = trial.job(HANGING_START, SERVICE);
    trial.startUntil(State.PRE_START, job);
    Future<?> ensured = TrialThreads.start(() -> job.ensureRunning(Environment.EMPTY, PATIENCE));
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(
            () -> job.ensureRunning(Environment.EMPTY, Wait.atMost(Duration.ofMillis(200))));

    // one that asks only after the first signal starts the job itself
    Eventually.is(
        () -> {
          job.status().processes().forEach(next -> trial.fixture().signal(next.pid(), Signal.TERM));
          return ensured.isDone();
        },
        "the failure of the start");

    assertThat(TrialThreads.failure(ensured)).isInstanceOf(JobFailedException.class);
  }

  @Test
  default void whatCannotStartFails(Trial trial) {
    Job job = trial.job("pre-start " + FAILS, SERVICE);

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> job.ensureRunning(Environment.EMPTY, PATIENCE));
  }

  @Test
  default void whatStaysUpIsWaitedFor(Trial trial) {
    Job job = trial.job(SERVICE);
    Duration begun = trial.fixture().elapsed();

    JobStatus status = job.ensureStaysRunning(STAYS, PATIENCE).status();

    assertThat(status.isRunning()).isTrue();
    assertThat(trial.fixture().elapsed().minus(begun)).isGreaterThanOrEqualTo(STAYS);
    assertThat(job.ensureStaysRunning(STAYS, PATIENCE).status()).isEqualTo(status);
    assertThat(job.ensureStaysRunning(STAYS, Wait.NO_WAIT).status()).isEqualTo(status);
  }

  @Test
  default void whatIsRespawnedAgainAndAgainDoesNotStayUp(Trial trial) {
    Job job = trial.job("respawn", "respawn limit unlimited", "exec sleep 1");

    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(
            () ->
                job.ensureStaysRunning(
                    Duration.ofSeconds(2), Wait.atMost(Duration.ofMillis(2_500))))
        .withMessageContaining(
            "Timed out after 2.5 s while waiting for " + job.name() + " to stay up for 2 s; it ");
  }

  @Test
  default void whatIsRespawnedTooOftenFails(Trial trial) {
    Job job = trial.job("respawn", "respawn limit 2 1000", FAILS);

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> job.ensureStaysRunning(Duration.ofSeconds(1000), PATIENCE))
        .withMessageContaining("stopped")
        .satisfies(
            failed -> {
              if (trial.upstart().capabilities().contains(Capability.SIGNALS)) {
                assertThat(failed)
                    .hasMessage(
                        "Job was respawned 2 times and then stopped: "
                            + job.name()
                            + "; its main process was respawned too fast");
              }
            });
  }

  @Test
  default void whatEndsDoesNotStayUp(Trial trial) {
    Job job = trial.job("exec sleep 1");

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> job.ensureStaysRunning(Duration.ofSeconds(1000), PATIENCE))
        .withMessageContaining("Job stopped after ")
        .withMessageContaining(" s: " + job.name());
  }

  @Test
  default void whatIsRestartedHasToStayUpAnew(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);
    job.start();
    Future<?> ensured =
        TrialThreads.start(
            () ->
                assertThat(job.ensureStaysRunning(STAYS, PATIENCE).status().isRunning()).isTrue());

    JobStatus restarted = job.restart().status();

    ensured.get();
    assertThat(job.ensureStaysRunning(STAYS, PATIENCE).status()).isEqualTo(restarted);
  }

  @Test
  default void whatIsStoppedMeanwhileFails(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);
    job.start();
    Future<?> ensured =
        TrialThreads.start(() -> job.ensureStaysRunning(Duration.ofSeconds(1000), PATIENCE));

    // one that asks only after the first stop starts the job itself
    Eventually.is(
        () -> {
          job.ensureStopped(Environment.EMPTY, PATIENCE);
          return ensured.isDone();
        },
        "the failure");

    assertThat(TrialThreads.failure(ensured)).isInstanceOf(JobFailedException.class);
  }

  @Test
  default void whatRunsIsStopped(Trial trial) {
    Job job = trial.job(SERVICE);
    job.start();

    job.ensureStopped(Environment.EMPTY, PATIENCE);

    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void whatDoesNotRunIsStoppedAlready(Trial trial) {
    trial.job(SERVICE).ensureStopped(Environment.EMPTY, PATIENCE);
    trial.job("instance $KEY", SERVICE).ensureStopped(Environment.of("KEY", "x"), PATIENCE);
  }

  @Test
  default void aStopThatIsUnderWayIsWaitedFor(Trial trial) throws Exception {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    job.start();
    int pid = TrialJobs.pid(job, ProcessType.MAIN);
    job.stop(Environment.EMPTY, Wait.NO_WAIT);
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(
            () -> job.ensureStopped(Environment.EMPTY, Wait.atMost(Duration.ofMillis(200))));
    Future<?> ensured = TrialThreads.start(() -> job.ensureStopped(Environment.EMPTY, PATIENCE));

    trial.fixture().signal(pid, Signal.KILL);

    ensured.get();
    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void aRestartKeepsTheConfigurationAndAFreshOneTakesTheNew(Trial trial) {
    Job job = trial.job("pre-start " + SUCCEEDS, SERVICE);
    job.start();
    trial.fixture().write(job.name() + ".conf", "pre-start " + FAILS + "\n" + SERVICE + "\n");
    trial.upstart().reloadConfiguration();

    assertThat(job.restart().status().isRunning()).isTrue();
    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> job.restartFresh(Environment.EMPTY, PATIENCE));
  }

  @Test
  default void aFreshRestartStartsWhatDoesNotRun(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.restartFresh(Environment.EMPTY, PATIENCE).status().isRunning()).isTrue();
  }
}
