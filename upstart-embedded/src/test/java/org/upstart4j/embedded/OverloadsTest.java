package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;

/** The short forms say the same as the long ones. */
class OverloadsTest {

  private static final Environment PORT = Environment.of("PORT", 80);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final EmbeddedUpstart upstart =
      EmbeddedUpstart.builder()
          .processes(new ScriptedProcesses())
          .environment(Map.of())
          .job("web", "start on go\nexec web\n")
          .job("site", "instance $PORT\nexec site\n")
          .build();

  private final Job web = upstart.job("web");
  private final Job site = upstart.job("site");

  @AfterEach
  void close() {
    upstart.close();
  }

  private boolean runs() {
    return web.await(Goal.START, State.RUNNING, LIMIT).isRunning();
  }

  @Test
  void aWaitIsEnoughToStartStopAndRestart() {
    assertThat(web.start(Wait.NO_WAIT).name()).isEmpty();
    assertThat(runs()).isTrue();
    assertThat(web.restart(Wait.atMost(LIMIT)).status().isRunning()).isTrue();
    web.stop(Wait.atMost(LIMIT));
    assertThat(web.status().isStarted()).isFalse();
  }

  @Test
  void anEnvironmentIsEnoughToRestartAndToEnsure() {
    assertThat(site.ensureRunning(PORT).name()).isEqualTo("80");
    assertThat(site.restart(PORT).name()).isEqualTo("80");
    site.ensureStopped(PORT);
    assertThat(site.instances()).isEmpty();
  }

  @Test
  void theOnlyInstanceNeedsNothingToBeEnsured() {
    Instance first = web.ensureRunning();
    assertThat(web.ensureRunning(Wait.atMost(LIMIT)).status()).isEqualTo(first.status());
    assertThat(web.restartFresh().status().isRunning()).isTrue();
    web.ensureStopped();
    web.ensureStopped(Wait.NO_WAIT);
    assertThat(web.instances()).isEmpty();
  }

  @Test
  void whatIsAskedForLaterCanBeJoined() {
    assertThat(web.startAsync().join().status().isRunning()).isTrue();
    assertThat(web.restartAsync().join().status().isRunning()).isTrue();
    assertThat(web.stopAsync().join()).isNull();
    assertThat(upstart.emitAsync("go").join()).isNull();
    assertThat(runs()).isTrue();
  }

  @Test
  void anEventNeedsNoMoreThanItsName() {
    upstart.emit("go");

    assertThat(web.status().isRunning()).isTrue();
  }

  @Test
  void aDurationLimitsHowLongAStatusIsAwaited() {
    Instance instance = site.start(PORT);

    assertThat(instance.await(Goal.START, State.RUNNING, LIMIT).isRunning()).isTrue();
    assertThat(site.await(PORT, Goal.START, State.RUNNING, LIMIT).isRunning()).isTrue();
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(() -> web.await(Goal.START, State.RUNNING, Duration.ofMillis(1)));
  }

  @Test
  void aStatusTellsTheProcessIdOfTheMainProcess() {
    assertThat(web.status().pid()).isEmpty();
    assertThat(web.start().status().pid()).hasValue(web.status().processes().get(0).pid());
  }

  @Test
  void aJobCanBeLookedForThatMayBeMissing() {
    assertThat(upstart.findJob("web")).map(Job::name).contains("web");
    assertThat(upstart.findJob("nope")).isEmpty();
  }

  @Test
  void aLambdaHearsEvents() throws InterruptedException {
    BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    try (Subscription subscription = upstart.subscribe(UpstartListener.ofEvents(heard::add))) {
      upstart.emit("other");

      assertThat(heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Event.of("other"));
    }
  }

  @Test
  void jobsMayBeGivenAsText() {
    assertThat(upstart.jobs()).extracting(Job::name).containsExactlyInAnyOrder("web", "site");
  }
}
