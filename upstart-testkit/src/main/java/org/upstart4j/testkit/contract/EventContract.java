package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.TrialPrograms.EXITS_WITH_3;
import static org.upstart4j.testkit.contract.TrialPrograms.FAILS;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.SUCCEEDS;

import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.State;
import org.upstart4j.Wait;

/** Events start and stop jobs, and are over when that is done. */
public interface EventContract extends UpstartContract {

  @Test
  default void anEventThatNobodyWaitsForEndsAtOnce(Trial trial) {
    trial.upstart().emit(trial.event());
  }

  @Test
  default void aServiceRunsOnceTheEventThatStartsItHasReturned(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), SERVICE);

    trial.upstart().emit(event);

    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void aServiceHasGoneOnceTheEventThatStopsItHasReturned(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("stop on " + event.name(), SERVICE);
    job.start();

    trial.upstart().emit(event);

    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void aTaskHasEndedOnceTheEventThatStartsItHasReturned(Trial trial) {
    Event event = trial.event();
    Job task = trial.job("start on " + event.name(), "task", SUCCEEDS);
    Job after = trial.job("start on stopped " + task.name() + " RESULT=ok", SERVICE);

    trial.upstart().emit(event);

    assertThat(task.instances()).isEmpty();
    after.await(Goal.START, State.RUNNING, Trial.PATIENCE);
  }

  @Test
  default void anEventFailsIfATaskThatItStartsDoes(Trial trial) {
    Event event = trial.event();
    trial.job("start on " + event.name(), "task", EXITS_WITH_3);

    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> trial.upstart().emit(event))
        .satisfies(failure -> assertThat(failure.event()).isEqualTo(event.name()));
  }

  @Test
  default void anEventFailsIfAServiceCannotStart(Trial trial) {
    Event event = trial.event();
    trial.job("start on " + event.name(), "pre-start " + FAILS, SERVICE);

    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> trial.upstart().emit(event));
  }

  @Test
  default void aFailureOfAnEventStartsWhatWaitsForThat(Trial trial) {
    Event event = trial.event();
    trial.job("start on " + event.name(), "task", FAILS);
    Job rescue = trial.job("start on " + event.name() + "/failed", SERVICE);

    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> trial.upstart().emit(event));

    rescue.await(Goal.START, State.RUNNING, Trial.PATIENCE);
  }

  @Test
  default void anEventThatIsNotWaitedForReturnsWhileItsJobsStart(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), HANGING_START, SERVICE);

    trial.upstart().emit(event, Wait.NO_WAIT);

    job.await(Goal.START, State.PRE_START, Trial.PATIENCE);
  }

  @Test
  default void aJobThatRunsStartsAnother(Trial trial) {
    Job first = trial.job(SERVICE);
    Job second = trial.job("start on started " + first.name(), SERVICE);

    first.start();

    second.await(Goal.START, State.RUNNING, Trial.PATIENCE);
  }

  @Test
  default void aJobThatWaitsForAnothersStoppingStopsBeforeIt(Trial trial) {
    Job first = trial.job(SERVICE);
    Job second = trial.job("stop on stopping " + first.name(), SERVICE);
    first.start();
    second.start();

    first.stop();

    assertThat(second.instances()).isEmpty();
  }

  @Test
  default void aTaskThatStartsOnAnothersStartingHoldsItUp(Trial trial) {
    String name = trial.name("held");
    Job gate = trial.job("start on starting " + name, "task", SERVICE);
    Job held = trial.named(name, SERVICE);

    trial.startUntil(State.STARTING, held);
    gate.await(Goal.START, State.RUNNING, Trial.PATIENCE);
    assertThat(held.status().state()).isEqualTo(State.STARTING);
    gate.stop();

    held.await(Goal.START, State.RUNNING, Trial.PATIENCE);
  }

  @Test
  default void oneEventMayStopOneJobAndStartAnother(Trial trial) {
    Event event = trial.event();
    Job old = trial.job("stop on " + event.name(), SERVICE);
    Job fresh = trial.job("start on " + event.name(), SERVICE);
    old.start();

    trial.upstart().emit(event);

    assertThat(old.instances()).isEmpty();
    assertThat(fresh.status().isRunning()).isTrue();
  }
}
