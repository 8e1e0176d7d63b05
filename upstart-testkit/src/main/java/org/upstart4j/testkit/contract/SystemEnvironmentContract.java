package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.PermissionDeniedException;

/** As process 1, Upstart lets nobody change the variables of jobs. */
public interface SystemEnvironmentContract extends JobEnvironmentContract {

  @Test
  default void theVariablesOfAllJobsCannotBeChanged(Trial trial) {
    assertFixed(trial.upstart().environment());
  }

  @Test
  default void theVariablesOfAnInstanceCannotBeChanged(Trial trial) {
    assumeTrue(trial.upstart().version().isAtLeast(1, 13), "older ones let root change them");
    assertFixed(trial.job(SERVICE).start().environment());
  }

  private static void assertFixed(JobEnvironment environment) {
    Environment before = environment.list();

    assertThatExceptionOfType(PermissionDeniedException.class)
        .isThrownBy(() -> environment.set(Environment.of("KEY", "value")));
    assertThatExceptionOfType(PermissionDeniedException.class)
        .isThrownBy(() -> environment.unset(List.of("PATH")));
    assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(environment::reset);
    assertThat(environment.list()).isEqualTo(before);
  }
}
