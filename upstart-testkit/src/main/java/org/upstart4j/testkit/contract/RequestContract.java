package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;
import org.upstart4j.Capability;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.Upstart;

/** What an Upstart itself can be asked. */
public interface RequestContract extends UpstartContract {

  @Test
  default void theTransportHasAName(Trial trial) {
    assertThat(trial.upstart().transport()).isNotBlank();
  }

  @Test
  default void theVersionHasNumbers(Trial trial) {
    assertThat(trial.upstart().version().isAtLeast(0, 6)).isTrue();
  }

  @Test
  default void theLogPriorityIsWhatItWasSetTo(Trial trial) {
    Upstart upstart = trial.upstart();
    LogPriority before = upstart.logPriority();
    try {
      for (LogPriority priority : LogPriority.values()) {
        upstart.setLogPriority(priority);
        assertThat(upstart.logPriority()).isEqualTo(priority);
      }
    } finally {
      upstart.setLogPriority(before);
    }
  }

  @Test
  default void readingTheConfigurationAgainLeavesRunningJobsAlone(Trial trial) {
    Job job = trial.job(SERVICE);
    JobStatus before = job.start().status();

    trial.upstart().reloadConfiguration();

    assertThat(job.status()).isEqualTo(before);
  }

  @Test
  default void aJobKnowsItsUpstart(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.upstart().transport()).isEqualTo(trial.upstart().transport());
    assertThat(job.upstart().job(job.name()).status()).isEqualTo(job.status());
  }

  @Test
  default void theDiskMayBeSaidToBeWriteable(Trial trial) {
    if (trial.upstart().capabilities().contains(Capability.NOTIFY_DISK_WRITEABLE)) {
      trial.upstart().notifyDiskWriteable();
    }
  }

  @Test
  default void theSessionsCanBeListed(Trial trial) {
    assertThat(trial.upstart().sessions())
        .doesNotHaveDuplicates()
        .isEqualTo(trial.upstart().sessions());
  }
}
