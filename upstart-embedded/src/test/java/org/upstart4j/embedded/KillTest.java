package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Instance;
import org.upstart4j.NotRunningException;
import org.upstart4j.Signal;

class KillTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private void job(String... lines) {
    engine.job("web", lines);
    engine.processes.when("web").ignores(Signal.TERM).ignores(Signal.QUIT).neverEnds();
    engine.start("web");
  }

  @Test
  void aProcessThatDoesNotEndIsKilledAfterFiveSeconds() {
    job("exec web");
    engine.beginStop("web");
    assertThat(engine.status("web")).isEqualTo("web stop/killed, process 1000");

    engine.advance(Duration.ofMillis(4999));
    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM);
    engine.advance(Duration.ofMillis(1));

    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM, Signal.KILL);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aKillTimeoutOfFiveMinutesLastsThem() {
    job("kill timeout 300", "exec web");
    engine.beginStop("web");

    engine.advance(Duration.ofSeconds(299));
    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM);
    engine.advance(Duration.ofSeconds(1));

    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM, Signal.KILL);
  }

  @Test
  void theKillSignalIsTheOneOfTheJob() {
    job("kill signal QUIT", "exec web");

    engine.beginStop("web");

    assertThat(engine.main("web").signals()).containsExactly(Signal.QUIT);
  }

  @Test
  void aProcessThatEndsInTimeIsNotKilled() {
    job("kill timeout 10", "exec web");
    engine.beginStop("web");
    engine.advance(Duration.ofSeconds(9));

    engine.main("web").exits(1);
    engine.advance(Duration.ofMinutes(1));

    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void theTimeoutOfOneStopDoesNotKillTheProcessOfTheNextStart() {
    job("kill timeout 10", "exec web");
    engine.beginStop("web");
    engine.advance(Duration.ofSeconds(5));
    engine.beginStart("web");
    engine.main("web").exits(0);
    engine.settle();
    assertThat(engine.state("web")).isEqualTo("start/running");

    engine.advance(Duration.ofSeconds(5));
    assertThat(engine.main("web").signals()).isEmpty();
    engine.beginStop("web");
    engine.advance(Duration.ofSeconds(9));
    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM);
    engine.advance(Duration.ofSeconds(1));

    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM, Signal.KILL);
  }

  @Test
  void onlyTheMainProcessIsKilled() {
    engine.job("web", "exec web", "pre-stop exec pre-stop", "post-stop exec post-stop");
    engine.processes.when("pre-stop").neverEnds();
    engine.start("web");
    engine.beginStop("web");

    engine.advance(Duration.ofHours(1));

    assertThat(engine.state("web")).isEqualTo("stop/pre-stop");
    assertThat(engine.processes.spawned())
        .isNotEmpty()
        .allMatch(process -> process.signals().isEmpty());
  }

  @Test
  void aReloadSendsHupAndNothingElse() {
    job("exec web");
    engine.heard();

    engine.named("web").reload();

    assertThat(engine.main("web").signals()).containsExactly(Signal.HUP);
    assertThat(engine.state("web")).isEqualTo("start/running");
    assertThat(engine.heard()).isEmpty();
  }

  @Test
  void theReloadSignalIsTheOneOfTheJob() {
    job("reload signal USR1", "exec web");
    Instance web = engine.named("web").instance("");

    web.reload();

    assertThat(engine.main("web").signals()).containsExactly(Signal.USR1);
  }

  @Test
  void aJobWithoutAMainProcessCannotBeReloaded() {
    engine.job("abstract", "pre-start exec pre-start");
    Instance instance = engine.start("abstract");

    assertThatExceptionOfType(NotRunningException.class)
        .isThrownBy(instance::reload)
        .withMessage("Job is not running: abstract");
  }
}
