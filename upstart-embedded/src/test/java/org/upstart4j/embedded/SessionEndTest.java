package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Signal;

class SessionEndTest {

  private final Scripted engine = new Scripted().with(builder -> builder.userSession(true));
  private final AtomicInteger ended = new AtomicInteger();

  @AfterEach
  void close() {
    engine.close();
  }

  private void endSession() {
    EmbeddedUpstart upstart = engine.upstart();
    upstart.calls().run(() -> upstart.calls().commands().endSession(ended::incrementAndGet));
    engine.settle();
  }

  private void neverEndsByItself(String program) {
    engine.processes.when(program).ignores(Signal.TERM).neverEnds();
  }

  private void assertEndsAfterSeconds(int seconds) {
    for (int i = 0; i < seconds; i++) {
      assertThat(ended).as("ended after %s seconds", i).hasValue(0);
      engine.advance(Duration.ofSeconds(1));
    }
    assertThat(ended).as("ended after %s seconds", seconds).hasValue(1);
  }

  @Test
  void aSessionWithoutInstancesEndsAtOnce() {
    engine.job("web", "exec web");

    endSession();

    assertThat(ended).hasValue(1);
    assertThat(engine.events()).containsExactly("session-end TYPE=logout");
  }

  @Test
  void allJobsAreStoppedAndTheEndComesWhenTheirLastEventFindsNone() {
    engine.job("web", "exec web").job("abstract");
    engine.start("web");
    engine.start("abstract");
    engine.heard();

    endSession();

    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
    assertThat(ended).hasValue(1);
    assertThat(engine.events()).contains("stopped JOB=abstract INSTANCE= RESULT=ok");
  }

  @Test
  void nothingIsRespawnedAnyMore() {
    engine.job("web", "respawn", "exec web", "pre-stop exec slow");
    engine.processes.when("slow").after(Duration.ofSeconds(3)).exitsWith(0);
    engine.start("web");

    endSession();
    engine.main("web").exits(1);
    engine.advance(Duration.ofSeconds(3));

    assertThat(engine.processes.spawned())
        .filteredOn(process -> process.toString().startsWith("web main"))
        .hasSize(1);
    assertThat(ended).hasValue(1);
  }

  @Test
  void aJobThatDoesNotStopIsWaitedForAsLongAsItsKillTimeoutAndASecond() {
    engine.job("web", "kill timeout 20", "exec web");
    neverEndsByItself("web");
    engine.job("other", "kill timeout 60", "exec other");
    engine.start("web");

    endSession();

    // killed at 20 seconds, the look of that second finds it gone
    assertEndsAfterSeconds(20);
    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM, Signal.KILL);
  }

  @Test
  void aJobWithASlowEndIsLeftAfterTheLongestKillTimeout() {
    engine.job("web", "kill timeout 2", "exec web", "post-stop exec slow");
    engine.processes.when("slow").neverEnds();
    engine.start("web");

    endSession();

    // the kill timeout counts for no less than the usual five seconds
    assertEndsAfterSeconds(6);
    assertThat(engine.state("web")).isEqualTo("stop/post-stop");
  }

  @Test
  void aJobThatStartsAtTheEndHasFiveSecondsAndThenItsKillTimeout() {
    engine.job("farewell", "start on session-end", "kill timeout 3", "exec farewell");
    neverEndsByItself("farewell");

    endSession();

    assertThat(engine.state("farewell")).isEqualTo("start/running");
    engine.advance(Duration.ofSeconds(4));
    assertThat(engine.main("farewell").signals()).isEmpty();
    engine.advance(Duration.ofSeconds(1));
    assertThat(engine.main("farewell").signals()).containsExactly(Signal.TERM);
    assertThat(ended).hasValue(0);
    assertEndsAfterSeconds(3);
    assertThat(engine.main("farewell").signals()).containsExactly(Signal.TERM, Signal.KILL);
  }

  @Test
  void aJobThatStartsAtTheEndAndIsQuickIsNotWaitedForAnyLonger() {
    engine.job("farewell", "start on session-end", "task", "exec farewell");
    engine.processes.when("farewell").after(Duration.ofMillis(1500)).exitsWith(0);

    endSession();

    assertEndsAfterSeconds(2);
    assertThat(engine.events()).contains("stopped JOB=farewell INSTANCE= RESULT=ok");
  }

  @Test
  void theOtherJobsAreStoppedWhileTheLastOnesStart() {
    engine.job("web", "exec web").job("farewell", "start on session-end", "exec farewell");
    engine.start("web");

    endSession();

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
    assertThat(engine.state("farewell")).isEqualTo("start/running");
    assertThat(ended).hasValue(0);
  }

  @Test
  void aJobForAnotherKindOfEndIsNotWaitedFor() {
    engine.job("web", "exec web", "post-stop exec slow");
    engine.job("farewell", "start on session-end TYPE=shutdown", "exec farewell");
    engine.processes.when("slow").neverEnds();
    engine.start("web");

    endSession();

    // six seconds of killing; with the five seconds of grace before them it would be eleven
    assertEndsAfterSeconds(6);
    assertThat(engine.state("farewell")).isEqualTo("stop/waiting");
  }

  @Test
  void jobsWithoutProcessesDoNotHoldUpTheEnd() {
    engine.job("abstract", "start on session-end");

    endSession();

    assertThat(engine.state("abstract")).isEqualTo("start/running");
    assertEndsAfterSeconds(1);
    assertThat(engine.state("abstract")).isEqualTo("stop/waiting");
  }

  @Test
  void aSecondEndChangesNothing() {
    engine.job("web", "exec web", "post-stop exec slow");
    engine.processes.when("slow").neverEnds();
    engine.start("web");
    engine.heard();

    endSession();
    engine.advance(Duration.ofSeconds(3));
    endSession();

    assertEndsAfterSeconds(3);
    assertThat(engine.events()).filteredOn(event -> event.startsWith("session-end")).hasSize(1);
  }

  @Test
  void theEngineClosesItselfAtTheEnd() {
    engine.job("web", "exec web");
    engine.start("web");

    engine.upstart().endSession();

    engine.upstart().awaitClose();
    assertThat(engine.processes.running()).isEmpty();
  }

  @Test
  void processOneTakesNoNoticeOfTheEndOfASession() {
    try (Scripted system = new Scripted().job("web", "exec web")) {
      system.start("web");

      system.upstart().endSession();
      system.advance(Duration.ofMinutes(1));

      assertThat(system.state("web")).isEqualTo("start/running");
    }
  }
}
