package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.ExitStatus;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobFailure;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;

/** How the engine says which process of a job has failed, and how. */
class JobFailureTest {

  private final Scripted engine = new Scripted().job("web", "task", "exec web");

  @AfterEach
  void close() {
    engine.close();
  }

  private void assertFailure(JobFailure wanted, String message) {
    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> engine.start("web"))
        .withMessage("Job failed to start: web; " + message)
        .satisfies(failed -> assertThat(failed.failure()).contains(wanted))
        .satisfies(
            failed ->
                assertThat(failed.error().orElseThrow().text()).isEqualTo("Job failed to start"));
  }

  @Test
  void anExitStatusIsTold() {
    engine.processes.when("web").exitsWith(3);

    assertFailure(
        new JobFailure.Ended(ProcessType.MAIN, ExitStatus.of(3)),
        "its main process exited with status 3");
  }

  @Test
  void aSignalIsTold() {
    engine.processes.when("web").isKilledBy(Signal.KILL);

    assertFailure(
        new JobFailure.Ended(ProcessType.MAIN, ExitStatus.of(Signal.KILL)),
        "its main process was killed by signal KILL");
  }

  @Test
  void whyAProcessCouldNotBeRunIsTold() {
    String reason = "unable to execute: No such file or directory";
    engine.processes.when("web").cannotBeSpawned(reason);

    assertFailure(
        new JobFailure.NotRun(ProcessType.MAIN, Optional.of(reason)),
        "its main process could not be run: " + reason);
  }

  @Test
  void theNextStartFailsInItsOwnWay() {
    engine
        .processes
        .when("web")
        .cannotBeSpawned("unable to execute: Exec format error")
        .then()
        .exitsWith(1);

    assertFailure(
        new JobFailure.NotRun(
            ProcessType.MAIN, Optional.of("unable to execute: Exec format error")),
        "its main process could not be run: unable to execute: Exec format error");
    assertFailure(
        new JobFailure.Ended(ProcessType.MAIN, ExitStatus.of(1)),
        "its main process exited with status 1");
  }
}
