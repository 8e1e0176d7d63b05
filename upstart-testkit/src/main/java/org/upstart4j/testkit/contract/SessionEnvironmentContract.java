package org.upstart4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.testkit.contract.TrialPrograms.SERVICE;
import static org.upstart4j.testkit.contract.TrialPrograms.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;

/** The Upstart of a session lets its user change the variables of jobs. */
public interface SessionEnvironmentContract extends JobEnvironmentContract {

  @Test
  default void aVariableThatIsSetReachesJobsThatStartAndInstancesThatRun(Trial trial) {
    JobEnvironment all = trial.upstart().environment();
    JobEnvironment running = trial.job(SERVICE).start().environment();
    try {
      all.set(Environment.of("UPSTART4J_ONE", "a b").with("UPSTART4J_TWO", "x=y"));

      assertThat(all.get("UPSTART4J_ONE")).contains("a b");
      assertThat(running.get("UPSTART4J_TWO")).contains("x=y");
      trial.job("task", check("UPSTART4J_ONE", "a b")).start();
    } finally {
      all.unset(List.of("UPSTART4J_ONE", "UPSTART4J_TWO"));
    }
    assertThat(all.get("UPSTART4J_ONE")).isEmpty();
    assertThat(running.get("UPSTART4J_TWO")).isEmpty();
  }

  @Test
  default void aVariableThatIsThereMayBeKept(Trial trial) {
    JobEnvironment environment = trial.job(SERVICE).start().environment();
    environment.set(Environment.of("KEY", "first"));

    environment.set(Environment.of("KEY", "second"), false);
    assertThat(environment.get("KEY")).contains("first");

    environment.set(Environment.of("KEY", "second"), true);
    assertThat(environment.get("KEY")).contains("second");
  }

  @Test
  default void anInstanceGetsItsFirstVariablesBack(Trial trial) {
    JobEnvironment environment = trial.job("env OWN=1", SERVICE).start().environment();
    environment.set(Environment.of("OWN", "2").with("MORE", "3"));

    environment.reset();

    assertThat(environment.get("OWN")).contains("1");
    assertThat(environment.get("MORE")).isEmpty();
  }

  @Test
  default void removingWhatIsNotThereDoesNoHarm(Trial trial) {
    trial.job(SERVICE).start().environment().unset(List.of("NOBODY"));
  }
}
