package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.contract.TrialPrograms.EXITS_WITH_3;
import static org.upstart4j.testkit.contract.TrialPrograms.NOT_THERE;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.STUBBORN;
import static org.upstart4j.testkit.contract.TrialPrograms.SUCCEEDS;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.NotRunningException;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Wait;

/** Each failure has an exception of its own, which says what it is about. */
public interface ErrorContract extends UpstartContract {

  @Test
  default void aJobThatIsNotThereIsUnknown(Trial trial) {
    String name = trial.name("nobody");

    assertThatExceptionOfType(UnknownJobException.class)
        .isThrownBy(() -> trial.upstart().job(name))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo(name))
        .withMessageContaining(name);
  }

  @Test
  default void aJobThatHasGoneIsUnknown(Trial trial) {
    Job job = trial.job(SERVICE);
    trial.fixture().remove(job.name() + ".conf");
    Eventually.is(() -> !TrialJobs.isKnown(trial.upstart(), job.name()), job + " has gone");

    for (ThrowingCallable call :
        new ThrowingCallable[] {job::start, job::stop, job::restart, job::reload, job::status}) {
      assertThatExceptionOfType(UnknownJobException.class)
          .isThrownBy(call)
          .satisfies(failure -> assertThat(failure.job()).isEqualTo(job.name()));
    }
    assertThatExceptionOfType(UnknownJobException.class).isThrownBy(job::instances);
  }

  @Test
  default void whatRunsIsNotStartedAgain(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    Environment one = Environment.of("KEY", "one");
    Instance instance = job.start(one);

    assertThatExceptionOfType(AlreadyStartedException.class)
        .isThrownBy(() -> job.start(one))
        .satisfies(
            failure -> {
              assertThat(failure.job()).isEqualTo(job.name());
              assertThat(failure.instance()).isEqualTo("one");
            });
    assertThatExceptionOfType(AlreadyStartedException.class).isThrownBy(instance::start);
    assertThatExceptionOfType(AlreadyStartedException.class)
        .isThrownBy(() -> job.start(one, Wait.NO_WAIT));
  }

  @Test
  default void whatStopsIsNotStoppedAgain(Trial trial) {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    Instance instance = job.start();
    job.stop(Environment.EMPTY, Wait.NO_WAIT);
    instance.await(Goal.STOP, State.KILLED, Trial.PATIENCE);

    assertThatExceptionOfType(AlreadyStoppedException.class)
        .isThrownBy(job::stop)
        .satisfies(failure -> assertThat(failure.job()).isEqualTo(job.name()));
    assertThatExceptionOfType(AlreadyStoppedException.class).isThrownBy(instance::stop);
    assertThatExceptionOfType(AlreadyStoppedException.class).isThrownBy(job::restart);
  }

  @Test
  default void whatDoesNotRunIsNeitherStoppedNorRestartedNorReloaded(Trial trial) {
    Job job = trial.job(SERVICE);

    for (ThrowingCallable call : new ThrowingCallable[] {job::stop, job::restart, job::reload}) {
      assertThatExceptionOfType(UnknownInstanceException.class)
          .isThrownBy(call)
          .satisfies(
              failure -> {
                assertThat(failure.job()).isEqualTo(job.name());
                assertThat(failure.instance()).isEmpty();
              })
          .withMessageContaining(job.name());
    }
  }

  @Test
  default void aJobWithoutAMainProcessCannotBeReloaded(Trial trial) {
    assumeTrue(trial.upstart().version().isAtLeast(1, 10), "older ones can't be asked to reload");
    Job job = trial.job("pre-start " + SUCCEEDS);
    job.start();

    assertThatExceptionOfType(NotRunningException.class)
        .isThrownBy(job::reload)
        .satisfies(failure -> assertThat(failure.job()).isEqualTo(job.name()));
  }

  @Test
  default void aJobThatFailsIsNamed(Trial trial) {
    Job job = trial.job("instance $KEY", "task", EXITS_WITH_3);

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> job.start(Environment.of("KEY", "one")))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo(job.name()))
        .withMessageContaining(job.name());
  }

  @Test
  default void aProgramThatIsNotThereFailsTheStart(Trial trial) {
    Job job = trial.job(NOT_THERE);

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(job::start)
        .satisfies(failure -> assertThat(failure.job()).isEqualTo(job.name()));
  }

  @Test
  default void anEmptyNameIsRefusedBeforeAnythingIsSent(Trial trial) {
    assertThatIllegalArgumentException().isThrownBy(() -> trial.upstart().job(""));
  }

  @Test
  default void anErrorThatUpstartAnsweredWithIsToldWordForWord(Trial trial) {
    String name = trial.name("nobody");

    assertThatExceptionOfType(UnknownJobException.class)
        .isThrownBy(() -> trial.upstart().job(name))
        .satisfies(
            failure ->
                assertThat(failure.error().orElseThrow().text()).isEqualTo("Unknown job: " + name));
  }
}
