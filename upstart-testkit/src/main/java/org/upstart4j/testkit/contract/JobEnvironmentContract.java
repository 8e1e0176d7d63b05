package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;

import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;

/** The variables of all jobs and of one instance can be read. */
public interface JobEnvironmentContract extends UpstartContract {

  @Test
  default void everyJobGetsAPathAndATerminal(Trial trial) {
    JobEnvironment environment = trial.upstart().environment();

    assertThat(environment.get("PATH").orElseThrow()).contains("/bin");
    assertThat(environment.get("TERM")).isPresent();
    assertThat(environment.list().get("PATH")).isEqualTo(environment.get("PATH"));
    assertThat(environment.list().get("TERM")).isEqualTo(environment.get("TERM"));
  }

  @Test
  default void aVariableThatIsNotThereHasNoValue(Trial trial) {
    assertThat(trial.upstart().environment().get(trial.name("NOBODY"))).isEmpty();
  }

  @Test
  default void anInstanceHasTheVariablesOfItsJobAndOfItsStart(Trial trial) {
    Job job = trial.job("env OWN=1", "instance $KEY", SERVICE);
    Environment given = Environment.of("KEY", "a b").with("GIVEN", "x=y z");

    JobEnvironment environment = job.start(given).environment();

    assertThat(environment.get("OWN")).contains("1");
    assertThat(environment.get("KEY")).contains("a b");
    assertThat(environment.get("GIVEN")).contains("x=y z");
    assertThat(environment.get("NOBODY")).isEmpty();
    assertThat(environment.list().entries()).contains("OWN=1", "KEY=a b", "GIVEN=x=y z");
  }

  @Test
  default void theVariablesOfWhatIsNotThereAreUnknown(Trial trial) {
    Job job = trial.job(SERVICE);
    String nobody = trial.name("nobody");

    assertThatExceptionOfType(UnknownJobException.class)
        .isThrownBy(() -> trial.upstart().environment(nobody, "").list());
    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> trial.upstart().environment(job.name(), "").list());
  }
}
