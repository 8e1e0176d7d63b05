package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.state.JobState;
import org.upstart4j.state.UpstartState;

/** The whole state can be dumped. */
public interface StateDumpContract extends UpstartContract {

  @Test
  default void theDumpKnowsJobsAndInstances(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    String instance = trial.name("instance");
    job.start(Environment.of("KEY", instance));

    JobState state = UpstartState.of(trial.upstart()).job(job.name()).orElseThrow();
    assertThat(state.instance()).isEqualTo("$KEY");
    assertThat(state.instance(instance))
        .map(known -> known.status(job.name()))
        .contains(job.instance(instance).status());
  }
}
