package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

class CloseTest {

  private final Scripted engine =
      new Scripted().job("web", "exec web").job("slow", "start on slow", "task", "exec sleep");

  @AfterEach
  void close() {
    engine.close();
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatExceptionOfType(UpstartUnavailableException.class).isThrownBy(call);
  }

  private static void assertFailsAsUnavailable(CompletionStage<?> stage) {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> stage.toCompletableFuture().get(60, TimeUnit.SECONDS))
        .withCauseInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  void everyCallAfterTheCloseSaysSo() {
    EmbeddedUpstart upstart = engine.upstart();
    Job web = upstart.job("web");
    Instance instance = engine.start("web");

    upstart.close();

    assertUnavailable(upstart::version);
    assertUnavailable(upstart::jobs);
    assertUnavailable(upstart::statuses);
    assertUnavailable(upstart::stateDump);
    assertUnavailable(upstart::reloadConfiguration);
    assertUnavailable(() -> upstart.job("web"));
    assertUnavailable(() -> upstart.emit(Event.of("any")));
    assertUnavailable(() -> upstart.emit(Event.of("any"), Wait.NO_WAIT));
    assertUnavailable(() -> upstart.subscribe(new UpstartListener() {}));
    assertUnavailable(() -> upstart.environment().list());
    assertUnavailable(web::start);
    assertUnavailable(web::status);
    assertUnavailable(instance::status);
    assertUnavailable(instance::stop);
  }

  @Test
  void everyStageAfterTheCloseFails() {
    EmbeddedUpstart upstart = engine.upstart();
    Job web = upstart.job("web");
    Instance instance = engine.start("web");

    upstart.close();

    assertFailsAsUnavailable(upstart.emitAsync(Event.of("any")));
    assertFailsAsUnavailable(web.startAsync(Environment.EMPTY));
    assertFailsAsUnavailable(instance.stopAsync());
  }

  @Test
  void whatWaitsWhenItIsClosedEnds() {
    engine.job("slower", "start on slower", "task", "exec sleep").job("task", "task", "exec sleep");
    engine.processes.when("sleep").neverEnds();
    CompletionStage<?> task = engine.named("task").startAsync(Environment.EMPTY);
    CompletionStage<?> event = engine.upstart().emitAsync(Event.of("slow"));
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> engine.upstart().emit(Event.of("slower")));
    engine.settle();

    engine.upstart().close();

    assertFailsAsUnavailable(task);
    assertFailsAsUnavailable(event);
    assertFailsAsUnavailable(waiting);
  }

  @Test
  void allProcessesEndWithItAndNobodyIsTold() {
    engine.start("web");
    engine.heard();

    engine.upstart().close();

    assertThat(engine.processes.running()).isEmpty();
    assertThat(engine.main("web").signals()).isEmpty();
    assertThat(engine.heard()).isEmpty();
  }

  @Test
  void closingTwiceDoesNoHarm() {
    engine.upstart().close();

    assertThatCode(engine.upstart()::close).doesNotThrowAnyException();
    assertThatCode(() -> engine.advance(Duration.ofDays(1))).doesNotThrowAnyException();
    assertThatCode(engine.upstart()::awaitClose).doesNotThrowAnyException();
  }

  @Test
  void aListenerMayCloseIt() throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    engine
        .upstart()
        .subscribe(
            new UpstartListener() {
              @Override
              public void eventEmitted(Event event) {
                engine.upstart().close();
                closed.complete(null);
              }
            });

    engine.upstart().emit(Event.of("any"), Wait.NO_WAIT);

    closed.get(60, TimeUnit.SECONDS);
    assertUnavailable(engine.upstart()::version);
  }

  @Test
  void whatDependsOnAStageMayCloseIt() throws Exception {
    CompletionStage<Void> closed =
        engine.upstart().emitAsync(Event.of("any")).thenRun(() -> engine.upstart().close());

    closed.toCompletableFuture().get(60, TimeUnit.SECONDS);

    assertUnavailable(engine.upstart()::version);
  }
}
