package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstart4j.embedded.Scripted.PATIENCE;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Instance;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;

/** Jobs that have to stay up, by the clock of the test. */
@Timeout(120)
class StayingTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  /** Lets time pass until a job has stayed up for an hour. */
  private JobStatus afterAnHour(String job) {
    CompletableFuture<JobStatus> stayed =
        CompletableFuture.supplyAsync(
            () -> engine.named(job).ensureStaysRunning(HOUR, PATIENCE).status(),
            Executors.newSingleThreadExecutor(
                work -> {
                  Thread thread = new Thread(work);
                  thread.setDaemon(true);
                  return thread;
                }));
    while (!stayed.isDone()) {
      engine.advance(Duration.ofMinutes(1));
    }
    return stayed.join();
  }

  @Test
  void theTimeIsThatOfTheEnginesClock() {
    engine.job("web", "exec web");

    assertThat(afterAnHour("web")).hasToString("web start/running, process 1000");
    assertThat(engine.clock.elapsed()).isGreaterThanOrEqualTo(HOUR);
  }

  @Test
  void aRespawnBeginsTheTimeAnew() {
    engine.job("web", "respawn", "exec web");
    engine.processes.when("web").after(Duration.ofMinutes(30)).exitsWith(1).then().neverEnds();

    assertThat(afterAnHour("web")).hasToString("web start/running, process 1010");
    assertThat(engine.clock.elapsed()).isGreaterThanOrEqualTo(HOUR.plusMinutes(30));
  }

  @Test
  void noTimeHasPassedAtOnceAndNegativeTimeIsRefused() {
    engine.job("web", "exec web");

    assertThat(engine.named("web").ensureStaysRunning(Duration.ZERO, PATIENCE).status().isRunning())
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.named("web").ensureStaysRunning(Duration.ofNanos(-1), PATIENCE));
  }

  @Test
  void anInstanceIsWatchedWithoutBeingStarted() {
    engine.job("web", "exec web");
    engine.processes.when("web").after(Duration.ofMinutes(30)).exitsWith(1).then().neverEnds();
    Instance web = engine.named("web").start();
    CompletableFuture<Void> stays =
        CompletableFuture.runAsync(() -> web.awaitStaysRunning(HOUR, PATIENCE));
    while (!stays.isDone()) {
      engine.advance(Duration.ofMinutes(1));
    }

    assertThat(stays).isCompletedExceptionally();
    assertThatThrownBy(stays::join).hasCauseInstanceOf(JobFailedException.class);
    assertThatThrownBy(() -> web.awaitStaysRunning(HOUR, PATIENCE))
        .isInstanceOf(JobFailedException.class);
    assertThat(engine.named("web").status().isStarted()).isFalse();
  }
}
