package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.EXITS_WITH_3;
import static org.upstart4j.testkit.contract.TrialPrograms.NOT_THERE;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.Wait;

/** Listeners hear what happens to jobs, in order. */
public interface SignalContract extends SubscriptionContract {

  @Test
  default void aStartIsHeardFromTheNewInstanceToTheRunningJob(Trial trial) throws Exception {
    String job = trial.job(SERVICE).name();
    Heard heard = trial.listen();

    trial.upstart().job(job).start();

    String last = "event started JOB=" + job + " INSTANCE=";
    List<String> told =
        List.of(
            "instance added " + job,
            job + " goal start",
            job + " state starting",
            job + " state pre-start",
            job + " state spawned",
            "event starting JOB=" + job + " INSTANCE=",
            job + " state post-start",
            job + " state running",
            last);
    assertThat(heard.about(job, last))
        .isEqualTo(spawnsWithoutAPause(trial) ? eventsLast(told) : told);
  }

  /** Before 1.13, a job went from starting to running before listeners heard of any event. */
  private static boolean spawnsWithoutAPause(Trial trial) {
    return !trial.upstart().version().isAtLeast(1, 13);
  }

  private static List<String> eventsLast(List<String> lines) {
    return lines.stream().sorted(Comparator.comparing(line -> line.startsWith("event "))).toList();
  }

  @Test
  default void aStopIsHeardFromTheGoalToTheEndOfTheInstance(Trial trial) throws Exception {
    Job stopped = trial.job(SERVICE);
    String job = stopped.name();
    stopped.start();
    Heard heard = trial.listen();

    stopped.stop();

    String last = "event stopped JOB=" + job + " INSTANCE= RESULT=ok";
    assertThat(heard.about(job, last))
        .containsSubsequence(
            job + " goal stop",
            job + " state pre-stop",
            job + " state stopping",
            job + " state killed",
            job + " state post-stop",
            job + " state waiting",
            "instance removed " + job,
            last)
        .contains("event stopping JOB=" + job + " INSTANCE= RESULT=ok");
  }

  @Test
  default void aFailureIsHeardWithTheExitStatus(Trial trial) throws Exception {
    Job job = trial.job("task", EXITS_WITH_3);
    Heard heard = trial.listen();

    job.start(Environment.EMPTY, Wait.NO_WAIT);

    heard.until(job.name() + " failed 3");
    heard.until(
        "event stopped JOB=" + job.name() + " INSTANCE= RESULT=failed PROCESS=main EXIT_STATUS=3");
  }

  @Test
  default void aFailureByASignalIsHeardAs256TimesItsNumber(Trial trial) throws Exception {
    Job job = trial.job(SERVICE);
    job.start();
    Heard heard = trial.listen();

    trial.signal(job, ProcessType.MAIN, Signal.KILL);

    heard.until(job.name() + " failed " + 256 * 9);
    heard.until(
        "event stopped JOB="
            + job.name()
            + " INSTANCE= RESULT=failed PROCESS=main EXIT_SIGNAL=KILL");
  }

  @Test
  default void aProgramThatCannotBeRunIsHeardAsMinus1(Trial trial) throws Exception {
    Job job = trial.job(NOT_THERE);
    Heard heard = trial.listen();

    job.start(Environment.EMPTY, Wait.NO_WAIT);

    heard.until(job.name() + " failed -1");
    heard.until("event stopped JOB=" + job.name() + " INSTANCE= RESULT=failed PROCESS=main");
  }

  @Test
  default void anEventIsHeardWithItsVariablesInTheirOrder(Trial trial) throws Exception {
    Event event = trial.event().with("B", "2 3").with("A", "=").with("EMPTY", "");
    Heard heard = trial.listen();

    trial.upstart().emit(event);

    heard.until("event " + event.name() + " B=2 3 A== EMPTY=");
  }

  @Test
  default void anEventIsHeardOnlyWhenAllThatItSetOffHasHappened(Trial trial) throws Exception {
    Event event = trial.event();
    String job = trial.job("start on " + event.name(), SERVICE).name();
    Heard heard = trial.listen();

    trial.upstart().emit(event);

    heard.until("event " + event.name());
    assertThat(heard.lines()).containsSubsequence(job + " state running", "event " + event.name());
  }

  @Test
  default void theSignalsOfAnInstanceCarryItsName(Trial trial) throws Exception {
    Job job = trial.job("instance $KEY", SERVICE);
    String label = job.name() + " (a b/c.d)";
    Heard heard = trial.listen();

    job.start(Environment.of("KEY", "a b/c.d"));
    job.stop(Environment.of("KEY", "a b/c.d"));

    heard.until("instance removed " + label);
    assertThat(heard.lines())
        .contains(
            "instance added " + label,
            label + " goal start",
            label + " state running",
            "event started JOB=" + job.name() + " INSTANCE=a b/c.d");
  }

  @Test
  default void exportedVariablesAreHeardInTheEventsOfTheJob(Trial trial) throws Exception {
    Job job = trial.job("env KEY=own", "export KEY", SERVICE);
    Heard heard = trial.listen();

    job.start(Environment.of("KEY", "given"));

    heard.until("event started JOB=" + job.name() + " INSTANCE= KEY=given");
  }

  @Test
  default void jobsThatComeAndGoAreHeard(Trial trial) throws Exception {
    String job = trial.name("folder/job");
    Heard heard = trial.listen();

    trial.named(job, SERVICE);
    heard.until("added " + job);
    trial.fixture().remove(job + ".conf");

    heard.until("removed " + job);
  }

  @Test
  default void aJobWhoseFileChangesGoesAndComes(Trial trial) throws Exception {
    String job = trial.job(SERVICE).name();
    Heard heard = trial.listen();

    trial.fixture().write(job + ".conf", "exec sleep 2000\n");

    heard.until("added " + job);
    assertThat(heard.lines()).containsSubsequence("removed " + job, "added " + job);
  }
}
