package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;

/** A job says how it is used. */
public interface UsageContract extends UpstartContract {

  @Test
  default void theUsageIsThatOfTheFile(Trial trial) {
    assertThat(trial.job("usage \"KEY - which one\"", SERVICE).usage()).contains("KEY - which one");
    assertThat(trial.job(SERVICE).usage()).isEmpty();
  }
}
