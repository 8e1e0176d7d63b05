package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;

/** A job says which events it emits. */
public interface EmitsContract extends UpstartContract {

  @Test
  default void theEventsThatAJobEmitsAreThoseOfItsFile(Trial trial) {
    assertThat(trial.job("emits one two-*", "emits three", SERVICE).emits())
        .containsExactly("one", "two-*", "three");
    assertThat(trial.job(SERVICE).emits()).isEmpty();
  }
}
