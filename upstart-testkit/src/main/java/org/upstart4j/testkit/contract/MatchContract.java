package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.Wait;

/** Which events start a job: conditions and their operators. */
public interface MatchContract extends UpstartContract {

  @Test
  default void aVariableMatchesByItsName(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name() + " KEY=yes*", SERVICE);

    trial.upstart().emit(event);
    trial.upstart().emit(event.with("KEY", "no"));
    trial.upstart().emit(event.with("OTHER", "yes"));
    assertThat(job.instances()).isEmpty();

    trial.upstart().emit(event.with("OTHER", "no").with("KEY", "yes indeed"));
    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void aVariableMatchesByItsPlace(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name() + " one two", SERVICE);

    trial.upstart().emit(event.with("B", "two").with("A", "one"));
    assertThat(job.instances()).isEmpty();

    trial.upstart().emit(event.with("B", "one").with("A", "two"));
    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void aVariableMayBeAskedToDiffer(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name() + " KEY!=lo", SERVICE);

    trial.upstart().emit(event.with("KEY", "lo"));
    assertThat(job.instances()).isEmpty();

    trial.upstart().emit(event.with("KEY", "eth0"));
    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void bothSidesOfAnAndMustHaveHappened(Trial trial) {
    Event one = trial.event();
    Event two = trial.event();
    Job job = trial.job("start on " + one.name() + " and " + two.name(), SERVICE);

    trial.upstart().emit(one, Wait.NO_WAIT);
    assertThat(job.instances()).isEmpty();

    trial.upstart().emit(two);
    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void oneSideOfAnOrIsEnough(Trial trial) {
    Event one = trial.event();
    Event two = trial.event();
    Job job = trial.job("start on " + one.name() + " or " + two.name(), SERVICE);

    trial.upstart().emit(two);

    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void conditionsNest(Trial trial) {
    Event one = trial.event();
    Event two = trial.event();
    Event three = trial.event();
    Job job =
        trial.job(
            "start on ((" + one.name() + " and " + two.name() + ")",
            "          or " + three.name() + " KEY=1)",
            SERVICE);

    trial.upstart().emit(three.with("KEY", "2"));
    assertThat(job.instances()).isEmpty();

    trial.upstart().emit(three.with("KEY", "1"));
    assertThat(job.status().isRunning()).isTrue();
  }

  @Test
  default void aStopConditionMayNameTheVariablesOfTheStart(Trial trial) {
    Event add = trial.event();
    Event remove = trial.event();
    Job job =
        trial.job("start on " + add.name(), "stop on " + remove.name() + " DEV=$DEV", SERVICE);
    trial.upstart().emit(add.with("DEV", "sda"));

    trial.upstart().emit(remove.with("DEV", "sdb"));
    assertThat(job.status().isRunning()).isTrue();

    trial.upstart().emit(remove.with("DEV", "sda"));
    assertThat(job.instances()).isEmpty();
  }

  @Test
  default void aManualJobStartsByHandOnly(Trial trial) {
    assumeTrue(trial.upstart().version().isAtLeast(0, 6, 7), "older ones know no \"manual\"");
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), SERVICE, "manual");

    trial.upstart().emit(event);
    assertThat(job.instances()).isEmpty();

    assertThat(job.start().status().isRunning()).isTrue();
  }
}
