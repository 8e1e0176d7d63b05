package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.LogPriority;
import org.upstart4j.State;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;

/** A closed Upstart cannot be reached, and nobody goes on waiting for it. */
public interface ClosingContract extends UpstartContract {

  @Test
  default void closingTwiceDoesNoHarm(Trial trial) {
    Upstart upstart = trial.fixture().closeable();

    upstart.close();
    upstart.close();
  }

  @Test
  default void everyCallAfterTheCloseSaysThatNoUpstartCanBeReached(Trial trial) {
    Upstart upstart = trial.fixture().closeable();
    Job job = upstart.job(trial.job(SERVICE).name());

    upstart.close();

    assertUnavailable(upstart::jobs);
    assertUnavailable(upstart::statuses);
    assertUnavailable(upstart::logPriority);
    assertUnavailable(() -> upstart.setLogPriority(LogPriority.MESSAGE));
    assertUnavailable(upstart::reloadConfiguration);
    assertUnavailable(() -> upstart.job(job.name()));
    assertUnavailable(() -> upstart.emit(trial.event()));
    assertUnavailable(job::start);
    assertUnavailable(job::status);
    assertUnavailable(job::instances);
    assertThat(upstart.transport()).isNotBlank();
  }

  private static void assertUnavailable(Runnable call) {
    assertThatExceptionOfType(UpstartUnavailableException.class).isThrownBy(call::run);
  }

  @Test
  default void closingEndsTheWaitingForAStart(Trial trial) throws Exception {
    Upstart upstart = trial.fixture().closeable();
    Job job = trial.job(HANGING_START, SERVICE);
    Future<?> start = TrialThreads.start(() -> upstart.job(job.name()).start());
    job.await(Goal.START, State.PRE_START, Trial.PATIENCE);

    upstart.close();

    assertThat(TrialThreads.failure(start)).isInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  default void closingEndsTheWaitingForAnEvent(Trial trial) throws Exception {
    Upstart upstart = trial.fixture().closeable();
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), HANGING_START, SERVICE);
    Future<?> emission = TrialThreads.start(() -> upstart.emit(event));
    job.await(Goal.START, State.PRE_START, Trial.PATIENCE);

    upstart.close();

    assertThat(TrialThreads.failure(emission)).isInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  default void closingFailsTheStagesThatAreOpen(Trial trial) throws Exception {
    Upstart upstart = trial.fixture().closeable();
    Job job = trial.job(HANGING_START, SERVICE);
    CompletionStage<Instance> start = upstart.job(job.name()).startAsync(Environment.EMPTY);
    job.await(Goal.START, State.PRE_START, Trial.PATIENCE);

    upstart.close();

    assertThat(TrialThreads.failure(start.toCompletableFuture()))
        .isInstanceOf(UpstartUnavailableException.class);
  }
}
