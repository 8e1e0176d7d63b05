package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.JobFailedException;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;

class RespawnTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private void job(String... lines) {
    engine.job("web", lines);
  }

  private int spawned() {
    return (int)
        engine.processes.spawned().stream()
            .filter(process -> process.toString().startsWith("web main"))
            .count();
  }

  @Test
  void aServiceThatEndsIsStoppedAndStartedAgainInTheSameInstance() {
    job("respawn", "pre-start exec pre-start", "exec web", "post-stop exec post-stop");
    engine.start("web");
    engine.heard();

    engine.main("web").exits(0);

    assertThat(engine.heard())
        .containsExactly(
            "state web stopping",
            "state web killed",
            "state web post-stopping",
            "state web post-stop",
            "event stopping JOB=web INSTANCE= RESULT=ok",
            "state web starting",
            "state web security-spawning",
            "state web security",
            "state web pre-starting",
            "state web pre-start",
            "event starting JOB=web INSTANCE=",
            "state web spawning",
            "state web spawned",
            "state web post-starting",
            "state web post-start",
            "state web running",
            "event started JOB=web INSTANCE=");
    assertThat(engine.status("web")).isEqualTo("web start/running, process 1040");
  }

  @Test
  void aStormOfRespawnsStopsAtTheLimit() {
    job("respawn", "respawn limit 3 10", "exec web");
    engine.processes.when("web").after(Duration.ofSeconds(1)).exitsWith(2);
    engine.beginStart("web");
    engine.heard();

    engine.advance(Duration.ofSeconds(60));

    assertThat(spawned()).isEqualTo(4);
    assertThat(engine.heard())
        .contains("failed web 0", "event stopped JOB=web INSTANCE= RESULT=failed PROCESS=respawn");
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void theUsualLimitIsTenTimesInFiveSeconds() {
    job("respawn", "exec web");
    engine.processes.when("web").exitsWith(2);

    engine.beginStart("web");

    assertThat(spawned()).isEqualTo(11);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void theLimitCountsFromTheFirstRespawnOfAnInterval() {
    job("respawn", "respawn limit 2 10", "exec web");
    engine.start("web");

    for (int i = 0; i < 10; i++) {
      engine.main("web").exits(1);
      engine.settle();
      engine.main("web").exits(1);
      assertThat(engine.state("web")).isEqualTo("start/running");
      engine.advance(Duration.ofSeconds(10));
    }

    engine.main("web").exits(1);
    engine.advance(Duration.ofSeconds(9));
    engine.main("web").exits(1);
    engine.settle();
    engine.main("web").exits(1);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void anUnlimitedRespawnGoesOnForEver() {
    job("respawn", "respawn limit unlimited", "exec web");
    engine.start("web");

    for (int i = 0; i < 100; i++) {
      engine.main("web").exits(1);
      engine.settle();
    }

    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @Test
  void aJobThatIsStartedAgainHasANewCount() {
    job("respawn", "respawn limit 1 100", "exec web");
    engine.start("web");
    engine.main("web").exits(1);
    engine.settle();
    engine.stop("web");
    engine.start("web");

    engine.main("web").exits(1);

    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @Test
  void aRestartKeepsTheCount() {
    job("respawn", "respawn limit 1 100", "exec web");
    engine.start("web");
    engine.main("web").exits(1);
    engine.settle();
    engine.named("web").restart();

    engine.main("web").exits(1);

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, true",
    "1, false, true",
    "42, false, false",
    "0, true, false",
    "1, true, true",
    "42, true, false"
  })
  void aServiceIsRespawnedAfterAnyEndButANormalOneAndATaskAfterAFailure(
      int status, boolean task, boolean respawned) {
    job("respawn", "normal exit 42 USR1", task ? "task" : "", "exec web");
    engine.processes.when("web").neverEnds();
    engine.beginStart("web");

    engine.main("web").exits(status);

    assertThat(engine.state("web")).isEqualTo(respawned ? "start/running" : "stop/waiting");
    assertThat(spawned()).isEqualTo(respawned ? 2 : 1);
  }

  @Test
  void aSignalThatIsANormalExitEndsTheJobWithoutAFailure() {
    job("respawn", "normal exit 42 USR1", "exec web");
    engine.start("web");
    engine.heard();

    engine.main("web").isKilledBy(Signal.USR1);

    assertThat(engine.heard())
        .contains("event stopped JOB=web INSTANCE= RESULT=ok")
        .doesNotContain("failed web 2560");
  }

  @Test
  void anotherSignalIsAReasonToRespawn() {
    job("respawn", "normal exit 42 USR1", "exec web");
    engine.start("web");

    engine.main("web").isKilledBy(Signal.KILL);

    assertThat(engine.state("web")).isEqualTo("start/running");
    assertThat(spawned()).isEqualTo(2);
  }

  @Test
  void withoutRespawnAFailureEndsTheJob() {
    job("exec web");
    engine.start("web");
    engine.heard();

    engine.main("web").exits(3);

    assertThat(engine.heard())
        .contains(
            "failed web 3",
            "event stopped JOB=web INSTANCE= RESULT=failed PROCESS=main EXIT_STATUS=3");
  }

  @Test
  void withoutRespawnAServiceThatExitsWithZeroHasStopped() {
    job("exec web");
    engine.start("web");
    engine.heard();

    engine.main("web").exits(0);

    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aStoppedJobIsNotRespawned() {
    job("respawn", "exec web");
    engine.start("web");

    engine.stop("web");

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
    assertThat(spawned()).isEqualTo(1);
  }

  @Test
  void aRespawnWaitsForThePostStartProcess() {
    job("respawn", "exec web", "post-start exec post-start");
    engine.processes.when("post-start").neverEnds();
    engine.beginStart("web");
    engine.heard();

    engine.main("web").exits(1);
    assertThat(engine.heard()).containsExactly("goal web respawn");
    assertThat(engine.status("web")).isEqualTo("web respawn/post-start, (post-start) process 1010");

    engine.processes.last("web", ProcessType.POST_START).exits(0);
    assertThat(engine.heard())
        .startsWith("goal web start", "state web stopping")
        .contains("state web starting", "state web post-start");
    assertThat(engine.status("web"))
        .isEqualTo("web start/post-start, process 1020\n\tpost-start process 1030");
  }

  @Test
  void aRespawnWaitsForThePreStopProcessOfARestart() {
    job("respawn", "exec web", "pre-stop exec pre-stop");
    engine.processes.when("pre-stop").neverEnds();
    engine.start("web");
    CompletionStage<Instance> restart = engine.named("web").restartAsync(Environment.EMPTY);
    engine.settle();
    engine.heard();

    engine.main("web").exits(1);
    assertThat(engine.heard()).containsExactly("goal web respawn");
    engine.processes.last("web", ProcessType.PRE_STOP).exits(0);

    assertThat(engine.heard()).startsWith("goal web start", "state web stopping");
    assertThat(engine.status("web")).isEqualTo("web start/running, process 1020");
    assertThat(restart.toCompletableFuture().join().name()).isEmpty();
  }

  @Test
  void aStopWhileARespawnIsToComeIsAStop() {
    job("respawn", "exec web", "post-start exec post-start");
    engine.processes.when("post-start").neverEnds();
    engine.beginStart("web");
    engine.main("web").exits(1);
    engine.settle();

    engine.beginStop("web");
    engine.processes.last("web", ProcessType.POST_START).exits(0);

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
    assertThat(spawned()).isEqualTo(1);
  }

  @Test
  void aStartWhileARespawnIsToComeLeavesTheJobRunningWithoutAProcess() {
    job("respawn", "exec web", "post-start exec post-start");
    engine.processes.when("post-start").neverEnds();
    engine.beginStart("web");
    engine.main("web").exits(1);
    engine.settle();

    engine.beginStart("web");
    engine.processes.last("web", ProcessType.POST_START).exits(0);

    // as in Upstart, whose goal respawn is no start
    assertThat(engine.status("web")).isEqualTo("web start/running");
  }

  @Test
  void aWaitingStartFailsWhenTheLimitIsReached() {
    job("task", "respawn", "respawn limit 2 10", "exec web");
    engine.processes.when("web").exitsWith(1);

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(() -> engine.start("web"))
        .withMessage("Job failed to start: web; its main process was respawned too fast");
    assertThat(spawned()).isEqualTo(3);
  }

  @Test
  void aTaskThatSucceedsInTheEndIsNoFailure() {
    job("task", "respawn", "exec web");
    engine.processes.when("web").exitsWith(1).then().exitsWith(1).then().exitsWith(0);

    engine.start("web");

    assertThat(spawned()).isEqualTo(3);
    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }
}
