package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.Wait;

class EventsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private CompletableFuture<Void> emitAsync(String event) {
    CompletableFuture<Void> emitted =
        engine.upstart().emitAsync(Event.of(event)).toCompletableFuture();
    engine.settle();
    return emitted;
  }

  private static void get(CompletableFuture<Void> emitted) throws Exception {
    emitted.get(60, TimeUnit.SECONDS);
  }

  private static void assertFails(CompletableFuture<Void> emitted, String message) {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> emitted.get(60, TimeUnit.SECONDS))
        .havingCause()
        .isInstanceOf(EventFailedException.class)
        .withMessage(message);
  }

  @Test
  void anEventThatNobodyWaitsForEndsAtOnce() throws Exception {
    engine.upstart().emit(Event.of("any").with("A", 1));

    assertThat(engine.heard()).containsExactly("event any A=1");
  }

  @Test
  void anEventEndsWhenTheServicesThatItStartedRun() throws Exception {
    engine.job("web", "start on go", "pre-start exec prepare", "exec web");
    engine.processes.when("prepare").after(SECOND).exitsWith(0);

    CompletableFuture<Void> go = emitAsync("go");
    assertThat(go).isNotDone();
    assertThat(engine.events()).containsExactly("starting JOB=web INSTANCE=");

    engine.advance(SECOND);
    get(go);
    assertThat(engine.events()).containsExactly("go", "started JOB=web INSTANCE=");
  }

  @Test
  void anEventIsHeldByATaskUntilItHasEnded() throws Exception {
    engine.job("task", "start on go", "task", "exec work");
    engine.processes.when("work").after(SECOND).exitsWith(0);

    CompletableFuture<Void> go = emitAsync("go");
    assertThat(engine.state("task")).isEqualTo("start/running");
    assertThat(go).isNotDone();

    engine.advance(SECOND);
    get(go);
  }

  @Test
  void anEventEndsWhenTheJobsThatItStoppedHaveStopped() throws Exception {
    engine.job("web", "stop on halt", "exec web", "post-stop exec clean");
    engine.processes.when("clean").after(SECOND).exitsWith(0);
    engine.start("web");

    CompletableFuture<Void> halt = emitAsync("halt");
    assertThat(engine.state("web")).isEqualTo("stop/post-stop");
    assertThat(halt).isNotDone();

    engine.advance(SECOND);
    get(halt);
  }

  @Test
  void anEventWhoseJobFailsHasFailedAndAnotherEventSaysSo() {
    engine.job("task", "start on go", "task", "exec work");
    engine.processes.when("work").exitsWith(1);

    assertFails(emitAsync("go"), "Event failed: go");

    assertThat(engine.events()).containsSubsequence("go", "go/failed");
  }

  @Test
  void aFailedEventKeepsItsVariables() {
    engine.job("task", "start on go", "task", "exec work");
    engine.job("rescue", "start on go/failed A=1", "exec rescue");
    engine.processes.when("work").exitsWith(1);

    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> engine.upstart().emit(Event.of("go").with("A", 1)));

    assertThat(engine.state("rescue")).isEqualTo("start/running");
  }

  @Test
  void aFailureOfAFailureIsNotEmitted() {
    engine.job("task", "start on go/failed", "task", "exec work");
    engine.processes.when("work").exitsWith(1);

    engine.emit("go/failed");

    assertThat(engine.events()).contains("go/failed").doesNotContain("go/failed/failed");
  }

  @Test
  void oneOfSeveralJobsIsEnoughForAnEventToFail() {
    engine.job("good", "start on go", "exec good");
    engine.job("bad", "start on go", "task", "exec bad");
    engine.processes.when("bad").after(SECOND).exitsWith(1);

    CompletableFuture<Void> go = emitAsync("go");
    assertThat(engine.state("good")).isEqualTo("start/running");
    engine.advance(SECOND);

    assertFails(go, "Event failed: go");
  }

  @Test
  void aServiceThatFailsAfterItRanDoesNotFailTheEvent() throws Exception {
    engine.job("web", "start on go", "exec web");
    CompletableFuture<Void> go = emitAsync("go");
    get(go);

    engine.main("web").exits(1);

    assertThat(engine.events()).doesNotContain("go/failed");
  }

  @Test
  void aJobThatRunsAlreadyDoesNotHoldTheEventThatWouldStartIt() throws Exception {
    engine.job("task", "start on go", "task", "exec work");
    engine.processes.when("work").neverEnds();
    CompletableFuture<Void> first = emitAsync("go");

    get(emitAsync("go"));

    assertThat(first).isNotDone();
  }

  @Test
  void anEventOfAHalfTrueAndIsHeldUntilTheOtherHalfComesTrue() throws Exception {
    engine.job("web", "start on a and b", "exec web");

    CompletableFuture<Void> a = emitAsync("a");
    assertThat(a).isNotDone();
    get(emitAsync("c"));
    assertThat(a).isNotDone();
    assertThat(engine.events()).containsExactly("c");

    CompletableFuture<Void> b = emitAsync("b");
    get(a);
    get(b);
    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @Test
  void anEventOfAHalfTrueStopConditionIsHeldAndLetGoWithTheInstance() throws Exception {
    engine.job("web", "stop on a and b", "exec web");
    engine.start("web");
    CompletableFuture<Void> a = emitAsync("a");
    assertThat(a).isNotDone();

    engine.stop("web");

    get(a);
  }

  @Test
  void theLeftoverOfAnOrIsLetGoWithTheStart() throws Exception {
    engine.job("web", "start on (a and b) or c", "exec web");
    CompletableFuture<Void> a = emitAsync("a");

    get(emitAsync("c"));

    get(a);
    assertThat(engine.main("web").request().environment().get("UPSTART_EVENTS")).contains("c");
  }

  @Test
  void everyInstanceHasItsOwnStopConditionWithItsOwnVariables() {
    engine.job("web", "instance $N", "stop on halt N=$N or stopped JOB=$DB", "exec web");
    engine.job("db", "exec db");
    engine.start("db");
    engine.named("web").start(Environment.of("N", 1).with("DB", "db"));
    engine.named("web").start(Environment.of("N", 2).with("DB", "other"));
    engine.named("web").start(Environment.of("N", 3));

    engine.emit("halt", "N=3");
    assertThat(engine.named("web").instances())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("web (1)", "web (2)");

    engine.stop("db");
    engine.settle();
    assertThat(engine.named("web").instances())
        .extracting(Object::toString)
        .containsExactly("web (2)");
  }

  @Test
  void exportedVariablesReachTheEventsOfTheJob() {
    engine.job("web", "export A B NONE JOB", "env A=1", "exec web");
    engine.job("log", "start on started web A=1 B=2", "exec log");

    engine.named("web").start(Environment.of("B", 2).with("JOB", "mine"));

    engine.settle();
    assertThat(engine.state("log")).isEqualTo("start/running");
    assertThat(engine.events())
        .contains("starting JOB=web INSTANCE= A=1 B=2", "started JOB=web INSTANCE= A=1 B=2");
    engine.main("web").exits(1);
    assertThat(engine.events())
        .contains("stopped JOB=web INSTANCE= RESULT=failed PROCESS=main EXIT_STATUS=1 A=1 B=2");
  }

  @Test
  void aJobWaitsForTheTasksOfItsStartingAndStoppingEvents() {
    engine.job("web", "exec web");
    engine.job("before", "start on starting web", "task", "exec slow");
    engine.job("after", "start on stopping web", "task", "exec slow");
    engine.processes.when("slow").after(SECOND).exitsWith(0);

    engine.beginStart("web");
    assertThat(engine.state("web")).isEqualTo("start/starting");
    engine.advance(SECOND);
    assertThat(engine.state("web")).isEqualTo("start/running");

    engine.beginStop("web");
    assertThat(engine.state("web")).isEqualTo("stop/stopping");
    assertThat(engine.main("web").signals()).isEmpty();
    engine.advance(SECOND);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aFailureOfTheStartingTaskDoesNotKeepTheJobFromStarting() {
    engine.job("web", "exec web");
    engine.job("before", "start on starting web", "task", "exec bad");
    engine.processes.when("bad").exitsWith(1);

    engine.start("web");

    assertThat(engine.events()).contains("starting/failed JOB=web INSTANCE=");
  }

  @Test
  void aJobThatOneEventStopsAndStartsIsStartedAgain() {
    engine.job("web", "start on go", "stop on go", "exec web");
    engine.emit("go");
    engine.heard();

    engine.emit("go");

    assertThat(engine.heard()).contains("goal web stop", "goal web start", "state web running");
    assertThat(engine.main("web").pid()).isEqualTo(1010);
  }

  @Test
  void jobsOfOneEventAreStartedInTheOrderOfUpstartsTable() {
    for (String job : new String[] {"a", "b", "web", "ssh", "cron", "mountall"}) {
      engine.job(job, "start on go", "exec " + job);
    }

    engine.emit("go");

    assertThat(engine.heard())
        .filteredOn(line -> line.startsWith("added"))
        .containsExactly(
            "added ssh", "added cron", "added mountall", "added web", "added b", "added a");
  }

  @Test
  void aTaskThatIsStoppedDoesNotFailItsEvent() throws Exception {
    engine.job("task", "start on go", "stop on halt", "task", "exec work");
    engine.processes.when("work").neverEnds();
    CompletableFuture<Void> go = emitAsync("go");

    get(emitAsync("halt"));

    get(go);
    assertThat(engine.events()).doesNotContain("go/failed");
  }

  @Test
  void anEmitWithoutWaitingEndsBeforeTheEvent() {
    engine.job("task", "start on go", "task", "exec work");
    engine.processes.when("work").neverEnds();

    engine.upstart().emit(Event.of("go"), Wait.NO_WAIT);

    assertThat(engine.state("task")).isEqualTo("start/running");
    assertThat(engine.events()).doesNotContain("go");
  }

  @Test
  void aCircleOfJobsThatStartEachOtherEnds() {
    engine.job("a", "start on started b", "exec a").job("b", "start on started a", "exec b");

    engine.start("a");

    assertThat(engine.state("b")).isEqualTo("start/running");
  }

  @Test
  void twoJobsThatStartBeforeEachOtherBothStart() {
    engine.job("a", "start on starting b", "exec a");
    engine.job("b", "start on starting a", "exec b");

    engine.start("a");

    assertThat(engine.state("b")).isEqualTo("start/running");
  }
}
