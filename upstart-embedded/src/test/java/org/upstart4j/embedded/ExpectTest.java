package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Signal;

class ExpectTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aJobThatExpectsAStopRunsWhenItsProcessHasStoppedItselfAndContinuesIt() {
    engine.job("web", "expect stop", "exec web");
    engine.processes.when("web").stopsItself().neverEnds();

    engine.start("web");

    assertThat(engine.status("web")).isEqualTo("web start/running, process 1000");
    assertThat(engine.main("web").signals()).containsExactly(Signal.of("CONT"));
  }

  @Test
  void aJobThatExpectsAForkFollowsTheChild() {
    engine.job("web", "expect fork", "exec web");
    engine.processes.when("web").forksOnce().neverEnds();

    engine.start("web");

    assertThat(engine.status("web")).isEqualTo("web start/running, process 1001");
  }

  @Test
  void aJobThatExpectsADaemonFollowsTheGrandchild() {
    engine.job("web", "expect daemon", "exec web");
    engine.processes.when("web").forksTwice().neverEnds();

    engine.start("web");

    assertThat(engine.status("web")).isEqualTo("web start/running, process 1002");
    engine.named("web").reload();
    assertThat(engine.main("web").signals()).containsExactly(Signal.HUP);
  }

  @Test
  void aJobThatExpectsADaemonWaitsForTheSecondFork() {
    engine.job("web", "expect daemon", "exec web");
    engine.processes.when("web").forksOnce().neverEnds();

    engine.beginStart("web");

    assertThat(engine.status("web")).isEqualTo("web start/spawned, process 1001");
  }

  @Test
  void aProcessThatForksOnceTooOftenIsLostToItsJob() {
    engine.job("web", "expect fork", "exec web");
    engine.processes.when("web").forksTwice().neverEnds();

    engine.start("web");

    assertThat(engine.status("web")).isEqualTo("web stop/waiting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "expect stop"})
  void aProcessThatForksUnexpectedlyIsLostToItsJob(String expect) {
    engine.job("web", expect, "exec web");
    engine.processes.when("web").stopsItself().forksTwice().neverEnds();

    engine.start("web");

    assertThat(engine.status("web")).isEqualTo("web stop/waiting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"expect stop", "expect fork", "expect daemon"})
  void aJobWhoseProcessShowsNothingStaysSpawned(String expect) {
    engine.job("web", expect, "exec web", "post-start exec post-start");
    engine.processes.when("web").neverEnds();

    engine.beginStart("web");
    engine.advance(Duration.ofDays(1));

    assertThat(engine.status("web")).isEqualTo("web start/spawned, process 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"expect stop", "expect fork", "expect daemon"})
  void aProcessThatEndsBeforeItIsReadyFailsTheJob(String expect) {
    engine.job("web", expect, "exec web");
    engine.processes.when("web").exitsWith(1);

    engine.beginStart("web");

    assertThat(engine.events())
        .contains("stopped JOB=web INSTANCE= RESULT=failed PROCESS=main EXIT_STATUS=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"expect stop", "expect fork", "expect daemon"})
  void aProcessThatEndsBeforeItIsReadyLeavesAJobThatIsToBeRespawnedRunningWithoutIt(String expect) {
    engine.job("web", expect, "respawn", "exec web");
    engine.processes.when("web").exitsWith(1);

    engine.start("web");

    // as in Upstart, which only takes the next step to the goal
    assertThat(engine.status("web")).isEqualTo("web start/running");
    assertThat(engine.processes.spawned()).hasSize(1);
  }

  @Test
  void aJobWithoutAScriptShowsThatItIsReadyAsItIsExpected() {
    for (String expect : new String[] {"none", "stop", "fork", "daemon"}) {
      engine.job(expect, expect.equals("none") ? "" : "expect " + expect, "exec web");
    }

    for (String job : new String[] {"none", "stop", "fork", "daemon"}) {
      engine.start(job);
      assertThat(engine.state(job)).isEqualTo("start/running");
    }
  }
}
