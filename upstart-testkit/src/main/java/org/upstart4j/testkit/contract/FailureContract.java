package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.TrialPrograms.EXITS_WITH_3;
import static org.upstart4j.testkit.contract.TrialPrograms.FAILS;
import static org.upstart4j.testkit.contract.TrialPrograms.NOT_THERE;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.ExitStatus;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobFailure;
import org.upstart4j.ProcessType;

/** The failure of a job names the process and how it ended, unless there are no signals. */
public interface FailureContract extends UpstartContract {

  private static JobFailedException failure(Trial trial, ThrowingCallable call) {
    JobFailedException[] caught = new JobFailedException[1];
    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(call)
        .satisfies(failed -> caught[0] = failed);
    if (!trial.upstart().capabilities().contains(Capability.SIGNALS)) {
      assertThat(caught[0].failure()).isEmpty();
    }
    return caught[0];
  }

  private static void assertFailure(Trial trial, JobFailure wanted, ThrowingCallable call) {
    JobFailedException failed = failure(trial, call);
    failed
        .failure()
        .ifPresent(
            how -> {
              assertThat(how).isEqualTo(wanted);
              assertThat(failed).hasMessageEndingWith("; " + wanted);
            });
    assertThat(failed.failure().isPresent())
        .isEqualTo(trial.upstart().capabilities().contains(Capability.SIGNALS));
  }

  @Test
  default void theExitStatusOfATaskIsToldWithItsFailure(Trial trial) {
    Job job = trial.job("task", EXITS_WITH_3);

    assertFailure(trial, new JobFailure.Ended(ProcessType.MAIN, ExitStatus.of(3)), job::start);
  }

  @Test
  default void theProcessThatFailedIsToldAlsoOfAnInstance(Trial trial) {
    Job job = trial.job("instance $KEY", "pre-start " + FAILS, SERVICE);

    assertFailure(
        trial,
        new JobFailure.Ended(ProcessType.PRE_START, ExitStatus.of(1)),
        () -> job.start(Environment.of("KEY", "one")));
  }

  @Test
  default void aFailureIsToldToWhoStopsTheJob(Trial trial) {
    Job job = trial.job("post-stop " + EXITS_WITH_3, SERVICE);
    job.start();

    assertFailure(trial, new JobFailure.Ended(ProcessType.POST_STOP, ExitStatus.of(3)), job::stop);
  }

  @Test
  default void thatAProgramCouldNotBeRunIsTold(Trial trial) {
    Job job = trial.job(NOT_THERE);

    Optional<JobFailure> how = failure(trial, job::start).failure();

    assertThat(how.isPresent())
        .isEqualTo(trial.upstart().capabilities().contains(Capability.SIGNALS));
    how.ifPresent(
        failure ->
            assertThat(failure)
                .isInstanceOfSatisfying(
                    JobFailure.NotRun.class,
                    notRun -> assertThat(notRun.process()).isEqualTo(ProcessType.MAIN)));
  }

  @Test
  default void aJobThatEndsTooOftenIsToldFromOneThatFails(Trial trial) {
    Job job = trial.job("respawn", "respawn limit 1 1000", "task", FAILS);

    assertFailure(trial, new JobFailure.RespawnedTooFast(), job::start);
  }
}
