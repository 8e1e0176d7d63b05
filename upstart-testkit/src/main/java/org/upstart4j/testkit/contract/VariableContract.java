package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.TrialPrograms.SUCCEEDS;
import static org.upstart4j.testkit.contract.TrialPrograms.check;

import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;

/** Variables reach the processes of a job unchanged. */
public interface VariableContract extends UpstartContract {

  @Test
  default void aProcessCanTellWhatItWasGiven(Trial trial) {
    Job job = trial.job("task", check("GIVEN", "right"));

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> job.start(Environment.of("GIVEN", "wrong")));
    assertThatExceptionOfType(JobFailedException.class).isThrownBy(job::start);
    job.start(Environment.of("GIVEN", "right"));
  }

  @Test
  default void aStartsVariableReachesTheProcessWhateverItHolds(Trial trial) {
    String value = " two  words, \"quotes\", $HOME, `true`, x\\ny, a=b, * and \u00e4\u20ac ";
    Job job = trial.job("task", check("GIVEN", value));

    job.start(Environment.of("GIVEN", value));
  }

  @Test
  default void anEmptyValueIsAValue(Trial trial) {
    Job job = trial.job("task", "env GIVEN=full", check("GIVEN", ""));

    job.start(Environment.of("GIVEN", ""));
  }

  @Test
  default void aStartsVariableHidesTheJobsOwn(Trial trial) {
    Job job = trial.job("task", "env GIVEN=own", check("GIVEN", "foreign"));

    job.start(Environment.of("GIVEN", "foreign"));
  }

  @Test
  default void theJobsOwnVariableReachesTheProcess(Trial trial) {
    Job job = trial.job("task", "env GIVEN=own", check("GIVEN", "own"));

    job.start();
  }

  @Test
  default void allProcessesGetTheVariablesOfTheStart(Trial trial) {
    String check = check("GIVEN", "value");
    Job job = trial.job("pre-start " + check, "post-stop " + check, "task", SUCCEEDS);

    job.start(Environment.of("GIVEN", "value"));
  }

  @Test
  default void anEventsVariablesReachTheProcess(Trial trial) {
    Event event = trial.event().with("ONE", "1").with("TWO", "a b");
    trial.job("start on " + event.name(), "task", check("ONE", "1"));
    trial.job("start on " + event.name(), "task", check("TWO", "a b"));

    trial.upstart().emit(event);
  }

  @Test
  default void aProcessKnowsItsJob(Trial trial) {
    String name = trial.name("job");
    Job job = trial.named(name, "task", check("UPSTART_JOB", name));

    job.start();
    assertThat(job.instances()).isEmpty();
  }
}
