package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.Trial.PATIENCE;
import static org.upstart4j.testkit.contract.TrialPrograms.HANGING_START;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/** Many threads may use one Upstart. */
public interface ConcurrencyContract extends UpstartContract {

  /** How many threads. */
  int MANY = 64;

  private static Environment key(int number) {
    return Environment.of("KEY", number);
  }

  @Test
  default void manyThreadsStartAnInstanceEach(Trial trial) throws Exception {
    Job job = trial.job("instance $KEY", SERVICE);

    TrialThreads.allAtOnce(
        MANY,
        number -> {
          Instance instance = job.start(key(number));
          assertThat(instance.name()).isEqualTo(Integer.toString(number));
          assertThat(instance.status().isRunning()).isTrue();
        });

    assertThat(job.instances()).hasSize(MANY);
  }

  @Test
  default void ofManyThreadsThatStartTheSameJobOneDoesAndTheOthersLearnThatItRuns(Trial trial)
      throws Exception {
    Job job = trial.job(SERVICE);
    AtomicInteger started = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();

    TrialThreads.allAtOnce(
        MANY,
        number -> {
          try {
            job.start();
            started.incrementAndGet();
          } catch (AlreadyStartedException runs) {
            refused.incrementAndGet();
          }
        });

    assertThat(started).hasValue(1);
    assertThat(refused).hasValue(MANY - 1);
  }

  @Test
  default void manyThreadsEnsureThatTheSameJobRuns(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);

    TrialThreads.allAtOnce(
        MANY,
        number ->
            assertThat(job.ensureRunning(Environment.EMPTY, PATIENCE).status().isRunning())
                .isTrue());

    assertThat(job.instances()).hasSize(1);
  }

  @Test
  default void manyThreadsEmitAnEventEach(Trial trial) throws Exception {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), "instance $KEY", SERVICE);

    TrialThreads.allAtOnce(
        MANY,
        number -> {
          trial.upstart().emit(event.with("KEY", number));
          assertThat(job.status(key(number)).isRunning()).isTrue();
        });

    assertThat(job.instances()).hasSize(MANY);
  }

  @Test
  default void aCallIsAnsweredWhileOthersWait(Trial trial) throws Exception {
    Job hanging = trial.job("instance $KEY", HANGING_START, SERVICE);
    Job job = trial.job(SERVICE);
    List<Future<?>> waiting = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int number = i;
      waiting.add(TrialThreads.start(() -> hanging.start(key(number))));
    }
    for (int i = 0; i < MANY; i++) {
      hanging.await(key(i), Goal.START, State.PRE_START, PATIENCE);
    }

    job.start();
    assertThat(trial.upstart().statuses()).contains(job.status());
    job.stop();

    assertThat(waiting).noneMatch(Future::isDone);
  }

  @Test
  default void manyThreadsLookWhileJobsStartAndStop(Trial trial) throws Exception {
    Job job = trial.job("instance $KEY", SERVICE);

    TrialThreads.allAtOnce(
        8,
        number -> {
          for (int i = 0; i < 5; i++) {
            job.start(key(number));
            assertThat(look(trial, job)).anyMatch(status -> isOf(status, number));
            job.stop(key(number));
            assertThat(look(trial, job)).noneMatch(status -> isOf(status, number));
          }
        });

    assertThat(job.instances()).isEmpty();
  }

  private static List<JobStatus> look(Trial trial, Job job) {
    return trial.upstart().statuses().stream()
        .filter(status -> status.job().equals(job.name()))
        .toList();
  }

  private static boolean isOf(JobStatus status, int number) {
    return status.instance().equals(Integer.toString(number));
  }
}
