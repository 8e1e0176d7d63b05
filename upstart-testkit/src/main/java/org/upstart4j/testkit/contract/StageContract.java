package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.EXITS_WITH_3;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;

/** Calls that return at once, and complete later. */
public interface StageContract extends UpstartContract {

  @Test
  default void aJobStartsRestartsAndStops(Trial trial) throws Exception {
    Job job = trial.job("instance $KEY", SERVICE);
    Environment one = Environment.of("KEY", "one");

    assertThat(TrialThreads.result(job.startAsync(one)).name()).isEqualTo("one");
    assertThat(job.status(one).isRunning()).isTrue();
    assertThat(TrialThreads.result(job.restartAsync(one)).status().isRunning()).isTrue();
    TrialThreads.<@Nullable Void>result(job.stopAsync(one));
    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void anInstanceRestartsAndStops(Trial trial) throws Exception {
    Instance instance = trial.job(SERVICE).start();

    TrialThreads.<@Nullable Void>result(instance.restartAsync());
    assertThat(instance.status().isRunning()).isTrue();
    TrialThreads.<@Nullable Void>result(instance.stopAsync());
    assertThat(instance.job().instances()).isEmpty();
  }

  @Test
  default void anEventEnds(Trial trial) throws Exception {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), SERVICE);

    TrialThreads.<@Nullable Void>result(trial.upstart().emitAsync(event));

    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void aStageIsNotDoneBeforeTheJobRuns(Trial trial) throws Exception {
    String name = trial.name("held");
    Job gate = trial.job("start on starting " + name, "task", SERVICE);
    Job held = trial.named(name, SERVICE);

    CompletableFuture<Instance> start = held.startAsync(Environment.EMPTY).toCompletableFuture();
    held.await(Goal.START, State.STARTING, Trial.PATIENCE);
    gate.await(Goal.START, State.RUNNING, Trial.PATIENCE);
    assertThat(start).isNotDone();
    gate.stop();

    assertThat(TrialThreads.result(start).status().isRunning()).isTrue();
  }

  @Test
  default void aStageFailsAsTheCallDoes(Trial trial) throws Exception {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), "task", EXITS_WITH_3);

    assertThat(failure(job.startAsync(Environment.EMPTY))).isInstanceOf(JobFailedException.class);
    assertThat(failure(job.stopAsync(Environment.EMPTY)))
        .isInstanceOf(UnknownInstanceException.class);
    assertThat(failure(job.restartAsync(Environment.EMPTY)))
        .isInstanceOf(UnknownInstanceException.class);
    assertThat(failure(trial.upstart().emitAsync(event))).isInstanceOf(EventFailedException.class);
  }

  private static Throwable failure(CompletionStage<?> stage) throws Exception {
    return TrialThreads.failure(stage.toCompletableFuture());
  }

  @Test
  default void aStageFailsIfTheJobHasGone(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);
    trial.fixture().remove(job.name() + ".conf");
    Eventually.is(() -> !TrialJobs.isKnown(trial.upstart(), job.name()), job + " has gone");

    assertThat(failure(job.startAsync(Environment.EMPTY))).isInstanceOf(UnknownJobException.class);
  }

  @Test
  default void aStageFailsWhenTheJobDoesSoLate(Trial trial) throws Exception {
    Job job = trial.job(HANGING_START, SERVICE);
    CompletionStage<Instance> start = job.startAsync(Environment.EMPTY);
    job.await(Goal.START, State.PRE_START, Trial.PATIENCE);

    trial.signal(job, ProcessType.PRE_START, Signal.TERM);

    assertThat(failure(start)).isInstanceOf(JobFailedException.class);
  }

  @Test
  default void oneStageMayFollowAnother(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);

    CompletionStage<@Nullable Void> all =
        job.startAsync(Environment.EMPTY)
            .thenCompose(Instance::restartAsync)
            .thenCompose(done -> job.stopAsync(Environment.EMPTY));

    TrialThreads.<@Nullable Void>result(all);
    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void whatFollowsAStageOnAThreadOfItsOwnMayWait(Trial trial) throws Exception {
    Job first = trial.job(SERVICE);
    Job second = trial.job(SERVICE);

    CompletionStage<Instance> both =
        first.startAsync(Environment.EMPTY).thenApplyAsync(started -> second.start());

    assertThat(TrialThreads.result(both).status().isRunning()).isTrue();
  }
}
