package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.testkit.contract.Trial.PATIENCE;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.STUBBORN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.Wait;

/** Jobs with an {@code instance} stanza, and their named instances. */
public interface InstanceContract extends UpstartContract {

  private static Environment key(String value) {
    return Environment.of("KEY", value);
  }

  @Test
  default void instancesRunSideBySide(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);

    Instance one = job.start(key("one"));
    Instance two = job.start(key("two"));

    assertThat(one.name()).isEqualTo("one");
    assertThat(two.name()).isEqualTo("two");
    assertThat(one.status().isRunning()).isTrue();
    assertThat(two.status().isRunning()).isTrue();
    assertThat(one.processes()).doesNotContainAnyElementsOf(two.processes());
    assertThat(job.instances()).extracting(Instance::name).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  default void stoppingOneInstanceLeavesTheOthers(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    job.start(key("one"));
    JobStatus two = job.start(key("two")).status();

    job.stop(key("one"));

    assertThat(job.status(key("one"))).isEqualTo(JobStatus.notRunning(job.name()));
    assertThat(job.status(key("two"))).isEqualTo(two);
  }

  @Test
  default void anInstanceIsFoundByItsNameAndByItsVariables(Trial trial) {
    Job job = trial.job("instance $KEY-$MORE", SERVICE);
    Environment environment = key("a").with("MORE", "b");
    JobStatus status = job.start(environment).status();

    assertThat(status.instance()).isEqualTo("a-b");
    assertThat(job.instance("a-b").status()).isEqualTo(status);
    assertThat(job.instance(environment).status()).isEqualTo(status);
    assertThat(trial.upstart().statuses()).contains(status);
  }

  @Test
  default void theOnlyInstanceOfAJobHasAnEmptyName(Trial trial) {
    Job job = trial.job(SERVICE);
    JobStatus status = job.start().status();

    assertThat(job.instances()).extracting(Instance::name).containsExactly("");
    assertThat(job.instance("").status()).isEqualTo(status);
    assertThat(job.instance(Environment.EMPTY).status()).isEqualTo(status);
  }

  @Test
  default void anInstanceThatIsNotThereIsUnknown(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);

    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> job.instance(key("one")))
        .satisfies(failure -> assertThat(failure.job()).isEqualTo(job.name()));
    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> job.instance("one"))
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("one"));
    assertThat(job.status(key("one"))).isEqualTo(JobStatus.notRunning(job.name()));
  }

  @Test
  default void anInstanceThatHasGoneIsUnknown(Trial trial) {
    Job job = trial.job(SERVICE);
    Instance instance = job.start();
    job.stop();

    assertThatExceptionOfType(UnknownInstanceException.class).isThrownBy(instance::status);
    assertThatExceptionOfType(UnknownInstanceException.class).isThrownBy(instance::stop);
    assertThatExceptionOfType(UnknownInstanceException.class).isThrownBy(instance::reload);
  }

  @Test
  default void aMissingVariableOfTheInstanceStanzaIsSaidByName(Trial trial) {
    Job job = trial.job("instance $KEY", "usage \"KEY - which one\"", SERVICE);

    assertThatExceptionOfType(UnknownParameterException.class)
        .isThrownBy(job::start)
        .satisfies(
            failure -> {
              assertThat(failure.job()).isEqualTo(job.name());
              assertThat(failure.parameter()).isEqualTo("KEY");
            });
    assertThatExceptionOfType(UnknownParameterException.class).isThrownBy(job::stop);
    assertThatExceptionOfType(UnknownParameterException.class).isThrownBy(job::restart);
    assertThatExceptionOfType(UnknownParameterException.class).isThrownBy(job::reload);
    assertThatExceptionOfType(UnknownParameterException.class).isThrownBy(job::status);
  }

  @Test
  default void anInstanceStopsByItself(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    Instance one = job.start(key("one"));
    job.start(key("two"));

    one.stop();

    assertThat(job.instances()).extracting(Instance::name).containsExactly("two");
  }

  @Test
  default void anInstanceRestartsByItself(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    Instance one = job.start(key("one"));
    List<JobProcess> before = one.processes();

    one.restart();

    assertThat(one.status().isRunning()).isTrue();
    assertThat(one.processes()).hasSize(1).isNotEqualTo(before);
  }

  @Test
  default void anInstanceReloadsByItself(Trial trial) {
    assumeTrue(trial.upstart().version().isAtLeast(1, 10), "older ones know no \"reload signal\"");
    Job job = trial.job("instance $KEY", "reload signal TERM", SERVICE);
    Instance one = job.start(key("one"));
    job.start(key("two"));

    one.reload();

    job.await(key("one"), Goal.STOP, State.WAITING, PATIENCE);
    assertThat(job.status(key("two")).isRunning()).isTrue();
  }

  @Test
  default void anInstanceThatStopsMayBeStartedAgain(Trial trial) {
    Job job = trial.job("kill timeout 1000", STUBBORN);
    Instance instance = job.start();
    JobProcess before = instance.processes().get(0);
    instance.stop(Wait.NO_WAIT);
    instance.await(Goal.STOP, State.KILLED, PATIENCE);

    instance.start(Wait.NO_WAIT);
    trial.fixture().signal(before.pid(), Signal.KILL);

    job.await(Goal.START, State.RUNNING, PATIENCE);
    assertThat(instance.processes()).isNotEmpty().doesNotContain(before);
  }

  @Test
  default void anInstanceSaysItsGoalItsStateAndItsProcesses(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    Instance instance = job.start(key("one"));

    assertThat(instance.goal()).isEqualTo(Goal.START);
    assertThat(instance.state()).isEqualTo(State.RUNNING);
    assertThat(instance.processes()).hasSize(1);
    assertThat(instance.job().name()).isEqualTo(job.name());
  }

  @Test
  default void anEventStartsTheInstanceThatItNames(Trial trial) {
    Event event = trial.event();
    Job job = trial.job("start on " + event.name(), "instance $KEY", SERVICE);

    trial.upstart().emit(event.with("KEY", "one"));
    trial.upstart().emit(event.with("KEY", "two"));

    assertThat(job.instances()).extracting(Instance::name).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  default void anInstancesNameMayHoldBlanksSlashesAndMore(Trial trial) {
    Job job = trial.job("instance $KEY", SERVICE);
    String name = "a b/c.d_e-f (g) h=i";

    Instance instance = job.start(key(name));

    assertThat(instance.name()).isEqualTo(name);
    assertThat(job.instances()).extracting(Instance::name).containsExactly(name);
    assertThat(instance.status().instance()).isEqualTo(name);
    instance.stop();
    assertThat(job.instances()).isEmpty();
  }
}
