package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Signal;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.time.EngineTime;

class ManualClockTest {

  private final ManualClock clock = new ManualClock();
  private final EngineTime time = clock.time();
  private final List<String> done = new ArrayList<>();

  private EngineTime.Timer after(int seconds, String what) {
    return time.after(
        Duration.ofSeconds(seconds), () -> done.add(what + " at " + clock.elapsed().toSeconds()));
  }

  private void advance(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  @Test
  void itStandsStillUntilItIsAdvanced() {
    long before = time.nanos();
    assertThat(time.nanos()).isEqualTo(before);
    assertThat(clock.elapsed()).isZero();

    advance(3);

    assertThat(time.nanos() - before).isEqualTo(3_000_000_000L);
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void timersHappenAtTheirMomentsInTheirOrder() {
    after(5, "late");
    after(1, "early");
    after(3, "between");

    advance(4);
    assertThat(done).containsExactly("early at 1", "between at 3");

    advance(1);
    assertThat(done).containsExactly("early at 1", "between at 3", "late at 5");
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void timersOfOneMomentHappenInTheOrderInWhichTheyWereSet() {
    after(2, "first");
    after(2, "second");
    advance(1);
    after(1, "third");

    advance(1);

    assertThat(done).containsExactly("first at 2", "second at 2", "third at 2");
  }

  @Test
  void aTimerThatATimerSetsHappensInTheSameAdvanceIfItFallsIntoIt() {
    time.after(
        Duration.ofSeconds(1),
        () -> {
          after(0, "at once");
          after(1, "inside");
          after(2, "outside");
        });
    after(1, "beside");

    advance(2);

    assertThat(done).containsExactly("beside at 1", "at once at 1", "inside at 2");
  }

  @Test
  void aTimerThatIsDueNowHappensWithTheNextAdvanceEvenIfThatIsNothing() {
    after(0, "now");
    assertThat(done).isEmpty();

    advance(0);

    assertThat(done).containsExactly("now at 0");
  }

  @Test
  void aTimerThatIsCancelledDoesNotHappen() {
    EngineTime.Timer cancelled = after(1, "cancelled");
    EngineTime.Timer past = after(1, "past");

    cancelled.cancel();
    cancelled.cancel();
    advance(1);
    past.cancel();
    advance(1);

    assertThat(done).containsExactly("past at 1");
  }

  @Test
  void timeDoesNotGoBack() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .withMessage("Time does not go back by PT-1S");
  }

  @Test
  void advancesOfSeveralThreadsAddUp() {
    for (int second = 1; second <= 40; second++) {
      after(second, "timer");
    }

    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(() -> advance(5)))
                .limit(8)
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(40));
    assertThat(done)
        .containsExactlyElementsOf(
            Stream.iterate(1, second -> second + 1).limit(40).map(s -> "timer at " + s).toList());
  }

  @Test
  void whatAnAdvanceSetsOffHasHappenedWhenItReturns() {
    try (Scripted engine = new Scripted()) {
      engine.processes.when("once").after(Duration.ofSeconds(2)).exitsWith(0);
      engine.job("one", "start on go", "task", "exec once");
      engine.job("two", "start on stopped one", "task", "exec once");
      engine.job("three", "start on stopped two", "task", "exec once");
      engine.emit("go");
      engine.heard();

      engine.advance(Duration.ofSeconds(6));

      assertThat(engine.events())
          .contains(
              "stopped JOB=one INSTANCE= RESULT=ok",
              "stopped JOB=two INSTANCE= RESULT=ok",
              "stopped JOB=three INSTANCE= RESULT=ok");
    }
  }

  @Test
  void severalEnginesCanHaveOneClock() {
    try (EmbeddedUpstart one = EmbeddedUpstart.builder().clock(clock).build();
        EmbeddedUpstart other = EmbeddedUpstart.builder().clock(clock).build()) {
      one.emit(Event.of("a"), Wait.NO_WAIT);
      other.emit(Event.of("b"), Wait.NO_WAIT);
      advance(1);

      one.close();

      assertThatCode(() -> advance(1)).doesNotThrowAnyException();
      assertThat(other.jobs()).isEmpty();
    }
  }

  @Test
  void aKillTimeoutOfFiveMinutesPassesInNoTime() {
    try (Scripted engine = new Scripted()) {
      engine.job("web", "kill timeout 300", "exec web");
      engine.processes.when("web").ignores(Signal.TERM).neverEnds();
      engine.start("web");
      engine.named("web").stop(Environment.EMPTY, Wait.NO_WAIT);

      engine.advance(Duration.ofSeconds(299));
      assertThat(engine.state("web")).isEqualTo("stop/killed");
      engine.advance(Duration.ofSeconds(1));
      assertThat(engine.state("web")).isEqualTo("stop/waiting");
    }
  }
}
