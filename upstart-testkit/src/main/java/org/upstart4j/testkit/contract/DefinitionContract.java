package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;
import org.upstart4j.Job;

/** What a job's file says of itself. */
public interface DefinitionContract extends UpstartContract {

  @Test
  default void descriptionAuthorAndVersionAreThoseOfTheFile(Trial trial) {
    Job job = trial.job("description \"A test's job\"", "author A.", "version \"1.0\"", SERVICE);

    assertThat(job.description()).contains("A test's job");
    assertThat(job.author()).contains("A.");
    assertThat(job.version()).contains("1.0");
  }

  @Test
  default void whatTheFileDoesNotSayIsNothing(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.description()).isEmpty();
    assertThat(job.author()).isEmpty();
    assertThat(job.version()).isEmpty();
  }
}
