package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.contract.Trial.PATIENCE;
import static org.upstart4j.testkit.contract.TrialPrograms.EXITS_WITH_3;
import static org.upstart4j.testkit.contract.TrialPrograms.FAILS;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.STUBBORN;
import static org.upstart4j.testkit.contract.TrialPrograms.SUCCEEDS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.Wait;

/** Jobs start, stop and restart, and report their status. */
public interface JobControlContract extends UpstartContract {

  @Test
  default void aServiceRunsOnceItsStartHasReturned(Trial trial) {
    Job job = trial.job(SERVICE);

    Instance instance = job.start();

    assertThat(instance.name()).isEmpty();
    assertThat(instance.job().name()).isEqualTo(job.name());
    JobStatus status = instance.status();
    assertThat(status.isRunning()).as("%s", status).isTrue();
    assertThat(status.processes()).extracting(JobProcess::name).containsExactly("main");
    assertThat(status.processes().get(0).pid()).isPositive();
    assertThat(job.status()).isEqualTo(status);
  }

  @Test
  default void aJobThatWasNeverStartedIsStoppedAndHasNoInstance(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.status()).isEqualTo(JobStatus.notRunning(job.name()));
    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void aServiceHasGoneOnceItsStopHasReturned(Trial trial) {
    Job job = trial.job(SERVICE);
    job.start();

    job.stop();

    assertThat(job.status()).isEqualTo(JobStatus.notRunning(job.name()));
    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void theStartOfATaskReturnsOnceItHasEnded(Trial trial) {
    Job job = trial.job("task", SUCCEEDS);

    job.start();

    assertThat(job.status()).isEqualTo(JobStatus.notRunning(job.name()));
  }

  @Test
  default void theStartOfATaskThatFailsFails(Trial trial) {
    Job job = trial.job("task", EXITS_WITH_3);

    assertThatExceptionOfType(JobFailedException.class).isThrownBy(job::start);
  }

  @Test
  default void aJobWithoutAMainProcessRunsWithoutProcesses(Trial trial) {
    Job job = trial.job("pre-start " + SUCCEEDS);

    Instance instance = job.start();

    assertThat(instance.status().isRunning()).isTrue();
    assertThat(instance.processes()).isEmpty();
  }

  @Test
  default void aRestartedServiceHasAnotherProcess(Trial trial) {
    Job job = trial.job(SERVICE);
    List<JobProcess> before = job.start().processes();

    Instance instance = job.restart();

    assertThat(instance.status().isRunning()).isTrue();
    assertThat(instance.processes()).hasSize(1).isNotEqualTo(before);
  }

  @Test
  default void aFailingPreStartFailsTheStart(Trial trial) {
    Job job = trial.job("pre-start " + FAILS, SERVICE);

    assertThatExceptionOfType(JobFailedException.class).isThrownBy(job::start);

    job.await(Goal.STOP, State.WAITING, PATIENCE);
  }

  @Test
  default void aFailingPostStartFailsNothing(Trial trial) {
    Job job = trial.job(SERVICE, "post-start " + FAILS);

    assertThat(job.start().status().isRunning()).isTrue();
  }

  @Test
  default void aPreStartThatRunsIsAmongTheProcesses(Trial trial) {
    Job job = trial.job(HANGING_START, SERVICE);

    trial.startUntil(State.PRE_START, job);

    assertThat(job.status().processes()).extracting(JobProcess::name).containsExactly("pre-start");
  }

  @Test
  default void twoProcessesAreListedWithTheMainOneFirst(Trial trial) {
    Job job = trial.job(SERVICE, "post-start " + SERVICE);

    trial.startUntil(State.POST_START, job);

    assertThat(job.status().processes())
        .extracting(JobProcess::name)
        .containsExactly("main", "post-start");
  }

  @Test
  default void aServiceWhoseProcessEndsStops(Trial trial) {
    Job job = trial.job(SERVICE);
    job.start();

    trial.signal(job, ProcessType.MAIN, Signal.TERM);

    job.await(Goal.STOP, State.WAITING, PATIENCE);
  }

  @Test
  default void aServiceThatRespawnsComesBackWithAnotherProcess(Trial trial) {
    Job job = trial.job("respawn", SERVICE);
    JobStatus before = job.start().status();

    trial.signal(job, ProcessType.MAIN, Signal.KILL);

    Eventually.is(
        () -> job.status().isRunning() && !job.status().equals(before), job + " respawns");
  }

  @Test
  default void aServiceThatRespawnsTooOftenStops(Trial trial) {
    Job job = trial.job("respawn", "respawn limit 2 100", FAILS);

    job.start(Environment.EMPTY, Wait.NO_WAIT);

    job.await(Goal.STOP, State.WAITING, PATIENCE);
  }

  @Test
  default void aReloadSendsTheReloadSignal(Trial trial) {
    assumeTrue(trial.upstart().version().isAtLeast(1, 10), "older ones know no \"reload signal\"");
    Job job = trial.job("reload signal TERM", SERVICE);
    job.start();

    job.reload();

    job.await(Goal.STOP, State.WAITING, PATIENCE);
  }

  @Test
  default void aProcessThatIgnoresItsKillSignalIsKilledAfterTheTimeout(Trial trial) {
    Job job = trial.job("kill timeout 1", STUBBORN);
    job.start();

    job.stop();

    assertThat(job.status()).isEqualTo(JobStatus.notRunning(job.name()));
  }

  @Test
  default void theStatusesHoldEveryInstanceAndEveryJobWithoutOne(Trial trial) {
    Job running = trial.job(SERVICE);
    Job stopped = trial.job(SERVICE);
    running.start();

    assertThat(trial.upstart().statuses())
        .contains(running.status(), JobStatus.notRunning(stopped.name()));
  }

  @Test
  default void aJobIsAmongAllJobs(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(trial.upstart().jobs()).extracting(Job::name).containsOnlyOnce(job.name());
  }

  @Test
  default void aNameMayHoldAnyCharacterThatAPathMay(Trial trial) {
    String name = trial.name("folder/a b.c_d+e@f=g%h");

    Job job = trial.named(name, SERVICE);
    job.start();

    assertThat(job.name()).isEqualTo(name);
    assertThat(job.status().job()).isEqualTo(name);
    assertThat(job.status().isRunning()).isTrue();
    job.stop();
  }
}
