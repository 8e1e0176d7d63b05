package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.check;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Upstart;

/** Upstart notices by itself when job files come, change, break and go. */
public interface ConfigurationContract extends UpstartContract {

  /** Returns whether a task succeeds, which tells which file it comes from. */
  private static boolean succeeds(Job task) {
    try {
      task.start();
      return true;
    } catch (JobFailedException stillTheOld) {
      return false;
    }
  }

  private static BooleanSupplier isKnown(Upstart upstart, String job) {
    return () -> TrialJobs.isKnown(upstart, job);
  }

  @Test
  default void aJobComesWithItsFileAndGoesWithIt(Trial trial) {
    String name = trial.name("job");
    assertThat(TrialJobs.isKnown(trial.upstart(), name)).isFalse();

    trial.write(name + ".conf", SERVICE);
    Eventually.is(isKnown(trial.upstart(), name), name + " has come");
    trial.fixture().remove(name + ".conf");

    Eventually.is(() -> !TrialJobs.isKnown(trial.upstart(), name), name + " has gone");
  }

  @Test
  default void aFolderWithinTheFolderIsAPartOfTheNames(Trial trial) {
    String folder = trial.name("folder");

    Job outer = trial.named(folder + "/job", SERVICE);
    Job inner = trial.named(folder + "/deeper/job", SERVICE);

    assertThat(outer.start().status().isRunning()).isTrue();
    assertThat(inner.start().status().isRunning()).isTrue();
  }

  @Test
  default void aChangedFileIsInForceOnceItWasRead(Trial trial) {
    Job job = trial.job("task", "env VERSION=1", check("VERSION", "2"));
    assertThat(succeeds(job)).isFalse();

    trial.fixture().write(job.name() + ".conf", "task\nenv VERSION=2\n" + check("VERSION", "2"));

    Eventually.is(() -> succeeds(job), "the new file is in force");
  }

  @Test
  default void aFileThatBreaksTakesItsJobAway(Trial trial) {
    String name = trial.job(SERVICE).name();

    trial.fixture().write(name + ".conf", "no such stanza\n");
    Eventually.is(() -> !TrialJobs.isKnown(trial.upstart(), name), name + " has gone");
    trial.fixture().write(name + ".conf", SERVICE + "\n");

    Eventually.is(isKnown(trial.upstart(), name), name + " is back");
  }

  @Test
  default void aRunningInstanceKeepsTheFileThatItWasStartedWith(Trial trial) {
    Job job = trial.job("env VERSION=1", SERVICE, "post-stop " + check("VERSION", "1"));
    JobStatus before = job.start().status();

    trial
        .fixture()
        .write(job.name() + ".conf", "task\nenv VERSION=2\n" + check("VERSION", "2") + "\n");
    trial.upstart().reloadConfiguration();
    assertThat(job.status()).isEqualTo(before);
    job.stop();

    Eventually.is(() -> succeeds(job), "the new file is in force");
  }

  @Test
  default void aRunningInstanceOutlivesItsFile(Trial trial) {
    Job job = trial.job(SERVICE);
    JobStatus before = job.start().status();

    trial.fixture().remove(job.name() + ".conf");
    trial.upstart().reloadConfiguration();
    assertThat(job.status()).isEqualTo(before);
    job.stop();

    Eventually.is(() -> !TrialJobs.isKnown(trial.upstart(), job.name()), job + " has gone");
  }

  @Test
  default void anOverrideFileAddsToTheFileOfItsJob(Trial trial) {
    Job job = trial.job("task", "env VERSION=1", check("VERSION", "2"));

    trial.write(job.name() + ".override", "env VERSION=2");

    Eventually.is(() -> succeeds(job), "the override is in force");
  }

  @Test
  default void anOverrideFileThatGoesLeavesTheFileOfItsJob(Trial trial) {
    Job job = trial.job("task", "env VERSION=1", check("VERSION", "1"));
    trial.write(job.name() + ".override", "env VERSION=2");
    Eventually.is(() -> !succeeds(job), "the override is in force");

    trial.fixture().remove(job.name() + ".override");

    Eventually.is(() -> succeeds(job), "the override has gone");
  }

  @Test
  default void anOverrideFileMayMakeAJobManual(Trial trial) {
    assumeTrue(trial.upstart().version().isAtLeast(0, 6, 7), "older ones know no \"manual\"");
    Event event = trial.event();
    String name = trial.name("job");
    trial.write(name + ".override", "manual");
    Job job = trial.named(name, "start on " + event.name(), SERVICE);
    Job witness = trial.job("start on " + event.name(), SERVICE);

    trial.upstart().emit(event);

    assertThat(witness.status().isRunning()).isTrue();
    assertThat(job.instances()).isEmpty();
    assertThat(job.start().status().isRunning()).isTrue();
  }

  @Test
  default void anOverrideFileAloneIsNoJob(Trial trial) {
    String name = trial.name("job");
    trial.write(name + ".override", SERVICE);
    trial.job(SERVICE);

    trial.upstart().reloadConfiguration();

    assertThat(TrialJobs.isKnown(trial.upstart(), name)).isFalse();
  }

  @Test
  default void filesOfOtherKindsAreNoJobs(Trial trial) {
    String name = trial.name("job");
    trial.write(name + ".conf~", SERVICE);
    trial.write(name + ".txt", SERVICE);
    trial.job(SERVICE);

    trial.upstart().reloadConfiguration();

    assertThat(TrialJobs.isKnown(trial.upstart(), name)).isFalse();
  }

  @Test
  default void allFilesAreReadAgainOnRequest(Trial trial) {
    String name = trial.name("job");
    trial.write(name + ".conf", SERVICE);

    trial.upstart().reloadConfiguration();

    assertThat(trial.upstart().job(name).start(Environment.EMPTY).status())
        .satisfies(status -> assertThat(status.is(Goal.START, State.RUNNING)).isTrue());
  }
}
