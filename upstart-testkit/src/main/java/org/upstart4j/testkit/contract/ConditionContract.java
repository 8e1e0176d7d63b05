package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;
import org.upstart4j.Job;
import org.upstart4j.event.EventMatch;

/** A job says what starts and what stops it. */
public interface ConditionContract extends UpstartContract {

  @Test
  default void conditionsAreTreesThatPrintFullyBracketed(Trial trial) {
    Job job =
        trial.job(
            "start on starting A or B C=1 and D",
            "stop on (runlevel [!2345] or stopping A) and E X!=y",
            SERVICE);

    assertThat(job.startOn().orElseThrow())
        .hasToString("((starting A or B C=1) and D)")
        .isEqualTo(
            EventMatch.of("starting", "A")
                .or(EventMatch.of("B").with("C", "1"))
                .and(EventMatch.of("D")));
    assertThat(job.stopOn().orElseThrow())
        .hasToString("((runlevel [!2345] or stopping A) and E X!=y)");
  }

  @Test
  default void aJobWithoutConditionsHasNone(Trial trial) {
    Job job = trial.job(SERVICE);

    assertThat(job.startOn()).isEmpty();
    assertThat(job.stopOn()).isEmpty();
  }
}
