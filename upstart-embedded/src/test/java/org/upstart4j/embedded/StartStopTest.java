package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.JobFailedException;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Wait;

class StartStopTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String[] ALL = {
    "pre-start exec pre-start",
    "exec web",
    "post-start exec post-start",
    "pre-stop exec pre-stop",
    "post-stop exec post-stop"
  };

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  /** Every process but the main one takes a second. */
  private void slowly() {
    for (String program : new String[] {"pre-start", "post-start", "pre-stop", "post-stop"}) {
      engine.processes.when(program).after(SECOND).exitsWith(0);
    }
  }

  private CompletableFuture<Instance> startAsync(String job) {
    CompletableFuture<Instance> start =
        engine.named(job).startAsync(Environment.EMPTY).toCompletableFuture();
    engine.settle();
    return start;
  }

  private CompletableFuture<Void> stopAsync(String job) {
    CompletableFuture<Void> stop =
        engine.named(job).stopAsync(Environment.EMPTY).toCompletableFuture();
    engine.settle();
    return stop;
  }

  private static <T> T get(CompletableFuture<T> stage) {
    try {
      return stage.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertFails(CompletableFuture<?> stage, String message) {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> stage.get(60, TimeUnit.SECONDS))
        .havingCause()
        .isInstanceOf(JobFailedException.class)
        .withMessageStartingWith(message + "; its ");
  }

  @Test
  void aStartEndsWhenTheServiceRuns() {
    engine.job("web", ALL);
    slowly();
    CompletableFuture<Instance> start = startAsync("web");
    assertThat(engine.status("web")).isEqualTo("web start/pre-start, process 1000");

    engine.advance(SECOND);
    assertThat(engine.status("web"))
        .isEqualTo("web start/post-start, process 1010\n\tpost-start process 1020");
    assertThat(start).isNotDone();

    engine.advance(SECOND);
    assertThat(engine.status("web")).isEqualTo("web start/running, process 1010");
    assertThat(get(start).name()).isEmpty();
  }

  @Test
  void aStartOfATaskEndsWhenItHasEnded() {
    engine.job("task", "task", "exec work");
    engine.processes.when("work").after(SECOND).exitsWith(0);

    CompletableFuture<Instance> start = startAsync("task");
    assertThat(engine.state("task")).isEqualTo("start/running");
    assertThat(start).isNotDone();

    engine.advance(SECOND);
    assertThat(engine.status("task")).isEqualTo("task stop/waiting");
    assertThat(get(start).name()).isEmpty();
  }

  @Test
  void aStopEndsWhenTheLastProcessHasEnded() {
    engine.job("web", ALL);
    engine.start("web");
    slowly();

    CompletableFuture<Void> stop = stopAsync("web");
    assertThat(engine.state("web")).isEqualTo("stop/pre-stop");
    assertThat(engine.main("web").signals()).isEmpty();

    engine.advance(SECOND);
    assertThat(engine.state("web")).isEqualTo("stop/post-stop");
    assertThat(engine.main("web").signals()).containsExactly(Signal.TERM);
    assertThat(stop).isNotDone();

    engine.advance(SECOND);
    get(stop);
    assertThat(engine.named("web").instances()).isEmpty();
  }

  @Test
  void aCommandThatDoesNotWaitEndsWhenTheGoalHasChanged() {
    engine.job("web", ALL);
    slowly();

    Instance web = engine.named("web").start(Environment.EMPTY, Wait.NO_WAIT);
    assertThat(web.status()).hasToString("web start/pre-start, process 1000");

    web.stop(Wait.NO_WAIT);
    assertThat(web.status()).hasToString("web stop/pre-start, process 1000");
  }

  @Test
  void aWholeLifeGoesThroughAllStatesAndTellsThemInOrder() {
    engine.job("web", ALL);
    engine.start("web");
    engine.stop("web");

    assertThat(engine.heard())
        .containsExactly(
            "added web",
            "goal web start",
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
            "event started JOB=web INSTANCE=",
            "goal web stop",
            "state web pre-stopping",
            "state web pre-stop",
            "state web stopping",
            "state web killed",
            "event stopping JOB=web INSTANCE= RESULT=ok",
            "state web post-stopping",
            "state web post-stop",
            "state web waiting",
            "removed web",
            "event stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aJobWithoutProcessesRunsAllTheSame() {
    engine.job("abstract");

    engine.start("abstract");
    assertThat(engine.status("abstract")).isEqualTo("abstract start/running");
    engine.heard();

    engine.stop("abstract");
    assertThat(engine.states("abstract"))
        .containsExactly("stopping", "killed", "post-stopping", "post-stop", "waiting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre-start", "web", "post-stop"})
  void aJobFailsWithItsPreStartMainAndPostStopProcess(String program) {
    engine.job("web", "task", ALL[0], ALL[1], ALL[2], ALL[3], ALL[4]);
    engine.processes.when(program).exitsWith(3);

    assertFails(startAsync("web"), "Job failed to start: web");

    String process = program.equals("web") ? "main" : program;
    assertThat(engine.heard())
        .containsOnlyOnce("failed web 3")
        .contains(
            "event stopped JOB=web INSTANCE= RESULT=failed PROCESS=" + process + " EXIT_STATUS=3");
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"post-start", "pre-stop"})
  void aJobDoesNotFailWithItsPostStartAndPreStopProcess(String program) {
    engine.job("web", ALL);
    engine.processes.when(program).exitsWith(3);

    engine.start("web");
    engine.stop("web");

    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aStopFailsWithThePostStopProcess() {
    engine.job("web", ALL);
    engine.start("web");
    engine.processes.when("post-stop").isKilledBy(Signal.of("SEGV"));

    assertFails(stopAsync("web"), "Job failed while stopping: web");

    assertThat(engine.heard())
        .contains(
            "failed web " + (11 << 8),
            "event stopped JOB=web INSTANCE= RESULT=failed PROCESS=post-stop EXIT_SIGNAL=SEGV");
  }

  @Test
  void aProcessThatCannotBeSpawnedFailsTheJobWithoutAStatus() {
    engine.job("web", "exec web");
    engine.processes.when("web").cannotBeSpawned("unable to execute: No such file or directory");

    assertFails(startAsync("web"), "Job failed to start: web");

    assertThat(engine.heard())
        .contains("failed web -1", "event stopped JOB=web INSTANCE= RESULT=failed PROCESS=main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"post-start", "pre-stop"})
  void aPostStartOrPreStopProcessThatCannotBeSpawnedIsPassedOver(String program) {
    engine.job("web", ALL);
    engine.processes.when(program).cannotBeSpawned("unable to execute: Permission denied");

    engine.start("web");
    assertThat(engine.state("web")).isEqualTo("start/running");
    engine.stop("web");

    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aRunningJobCannotBeStarted() {
    engine.job("web", "exec web");
    Instance web = engine.start("web");

    assertThatExceptionOfType(AlreadyStartedException.class)
        .isThrownBy(() -> engine.start("web"))
        .withMessage("Job is already running: web");
    assertThatExceptionOfType(AlreadyStartedException.class)
        .isThrownBy(web::start)
        .withMessage("Job is already running: web");
  }

  @Test
  void aStoppingJobCannotBeStoppedNorRestarted() {
    engine.job("web", "exec web");
    engine.processes.when("web").ignores(Signal.TERM).neverEnds();
    Instance web = engine.start("web");
    engine.beginStop("web");

    for (Runnable command : new Runnable[] {() -> engine.stop("web"), web::stop, web::restart}) {
      assertThatExceptionOfType(AlreadyStoppedException.class)
          .isThrownBy(command::run)
          .withMessage("Job has already been stopped: web");
    }
    // of a job's restart Upstart says the instance's name alone
    assertThatExceptionOfType(AlreadyStoppedException.class)
        .isThrownBy(() -> engine.named("web").restart())
        .withMessage("Job has already been stopped: ");
  }

  @Test
  void aJobThatDoesNotRunHasNoInstanceToBeStopped() {
    engine.job("web", "exec web");
    Instance gone = engine.start("web");
    engine.stop("web");

    for (Runnable command :
        new Runnable[] {
          () -> engine.stop("web"),
          () -> engine.named("web").restart(),
          () -> engine.named("web").reload(),
          () -> engine.named("web").instance(""),
          gone::stop,
          gone::start,
          gone::status
        }) {
      assertThatExceptionOfType(UnknownInstanceException.class)
          .isThrownBy(command::run)
          .withMessage("Unknown instance: (web does not run)");
    }
  }

  @Test
  void aJobThatIsNotThereIsUnknown() {
    assertThatExceptionOfType(UnknownJobException.class)
        .isThrownBy(() -> engine.named("nope"))
        .withMessage("Unknown job: nope");
  }

  @Test
  void aStopDuringTheStartingEventWaitsForItsEnd() {
    engine.job("web", ALL).job("first", "start on starting web", "task", "exec first");
    engine.processes.when("first").after(SECOND).exitsWith(0);
    CompletableFuture<Instance> start = startAsync("web");
    engine.heard();

    CompletableFuture<Void> stop = stopAsync("web");
    assertThat(engine.state("web")).isEqualTo("stop/starting");
    assertThat(get(start).name()).isEmpty();
    assertThat(stop).isNotDone();

    engine.advance(SECOND);
    get(stop);
    assertThat(engine.states("web"))
        .containsExactly("stopping", "killed", "post-stopping", "post-stop", "waiting");
    assertThat(engine.processes.spawned())
        .extracting(ScriptedProcess::toString)
        .containsExactly("first main process 1000", "web post-stop process 1010");
  }

  @ParameterizedTest
  @CsvSource({"pre-start, 1", "post-start, 2"})
  void aStopDuringAProcessOfTheStartWaitsForItsEnd(String program, int seconds) {
    engine.job("web", ALL);
    engine.processes.when(program).after(SECOND).exitsWith(0);
    CompletableFuture<Instance> start = startAsync("web");
    engine.heard();

    CompletableFuture<Void> stop = stopAsync("web");
    assertThat(engine.state("web")).isEqualTo("stop/" + program);
    assertThat(start).isNotCompletedExceptionally();

    engine.advance(SECOND);
    get(stop);
    assertThat(engine.states("web"))
        .containsExactly("stopping", "killed", "post-stopping", "post-stop", "waiting");
    assertThat(engine.processes.spawned())
        .filteredOn(process -> process.request().type() == ProcessType.PRE_STOP)
        .isEmpty();
  }

  @Test
  void aStopWhileTheMainProcessIsNotReadyWaitsForThat() {
    engine.job("web", "expect stop", "exec web");
    engine.processes.when("web").neverEnds();
    CompletableFuture<Instance> start = startAsync("web");
    assertThat(engine.state("web")).isEqualTo("start/spawned");

    CompletableFuture<Void> stop = stopAsync("web");
    assertThat(engine.state("web")).isEqualTo("stop/spawned");
    assertThat(engine.main("web").signals()).isEmpty();
    get(start);

    engine.main("web").exits(0);
    get(stop);
    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aStopDuringTheStoppingEventOfARespawnIsAStop() {
    engine
        .job("web", "respawn", "exec web")
        .job("last", "start on stopping web", "task", "exec last");
    engine.processes.when("last").after(SECOND).exitsWith(0);
    engine.start("web");
    engine.main("web").exits(1);
    assertThat(engine.state("web")).isEqualTo("start/stopping");

    CompletableFuture<Void> stop = stopAsync("web");
    engine.advance(SECOND);

    get(stop);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aStartWhileTheMainProcessEndsStartsItAgainAndKeepsTheInstance() {
    engine.job("web", "exec web", "post-stop exec post-stop");
    engine.processes.when("web").ignores(Signal.TERM).neverEnds();
    engine.start("web");
    CompletableFuture<Void> stop = stopAsync("web");
    engine.heard();

    CompletableFuture<Instance> start = startAsync("web");
    assertThat(engine.state("web")).isEqualTo("start/killed");
    // a new command lets go of the one before
    get(stop);
    assertThat(start).isNotDone();

    engine.main("web").exits(0);
    get(start);
    assertThat(engine.heard())
        .contains(
            "goal web start", "state web post-stop", "state web starting", "state web running")
        .doesNotContain("removed web", "state web waiting", "added web");
    assertThat(engine.status("web")).isEqualTo("web start/running, process 1020");
  }

  @Test
  void aStartDuringPreStopTakesTheStopBack() {
    engine.job("web", ALL);
    slowly();
    engine.processes.when("pre-start").exitsWith(0);
    engine.processes.when("post-start").exitsWith(0);
    engine.start("web");
    CompletableFuture<Void> stop = stopAsync("web");
    engine.heard();

    CompletableFuture<Instance> start = startAsync("web");
    get(stop);
    engine.advance(SECOND);

    get(start);
    assertThat(engine.heard()).containsExactly("goal web start", "state web running");
    assertThat(engine.main("web").signals()).isEmpty();
  }

  @Test
  void theVariablesOfAStopThatWasTakenBackAreForgotten() {
    engine.job("web", ALL);
    slowly();
    engine.processes.when("pre-start").exitsWith(0);
    engine.processes.when("post-start").exitsWith(0);
    engine.start("web");
    engine.named("web").stop(Environment.of("WHY", "first"), Wait.NO_WAIT);
    engine.beginStart("web");
    engine.advance(SECOND);

    engine.beginStop("web");

    assertThat(
            engine.processes.last("web", ProcessType.PRE_STOP).request().environment().get("WHY"))
        .isEmpty();
  }

  @Test
  void aMainProcessThatEndsDuringPreStopIsNoFailure() {
    engine.job("web", ALL);
    engine.start("web");
    engine.processes.when("pre-stop").after(SECOND).exitsWith(0);
    CompletableFuture<Void> stop = stopAsync("web");
    engine.heard();

    engine.main("web").exits(1);
    assertThat(engine.status("web")).isEqualTo("web stop/pre-stop, (pre-stop) process 1030");
    engine.advance(SECOND);

    get(stop);
    assertThat(engine.events()).contains("stopped JOB=web INSTANCE= RESULT=ok");
  }

  @Test
  void aMainProcessThatEndsDuringThePreStopOfARestartStopsTheJob() {
    engine.job("web", ALL);
    engine.start("web");
    engine.processes.when("pre-stop").after(SECOND).exitsWith(0);
    CompletableFuture<Instance> restart =
        engine.named("web").restartAsync(Environment.EMPTY).toCompletableFuture();
    engine.settle();
    assertThat(engine.state("web")).isEqualTo("start/pre-stop");

    engine.main("web").exits(1);
    assertFails(restart, "Job failed to restart: web");
    engine.advance(SECOND);

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aPostStartProcessOutlivesTheMainOneAndTheJobStopsAfterIt() {
    engine.job("web", ALL);
    engine.processes.when("post-start").after(SECOND).exitsWith(0);
    CompletableFuture<Instance> start = startAsync("web");

    engine.main("web").exits(1);
    assertFails(start, "Job failed to start: web");
    assertThat(engine.status("web")).isEqualTo("web stop/post-start, (post-start) process 1020");

    engine.advance(SECOND);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aRestartStopsAndStartsTheSameInstance() {
    engine.job("web", "exec web", "post-stop exec post-stop");
    engine.named("web").start(Environment.of("A", 1).with("B", 1));
    engine.heard();

    engine.named("web").restart(Environment.of("A", 2), Scripted.PATIENCE);

    assertThat(engine.heard())
        .contains("goal web stop", "goal web start", "state web running")
        .doesNotContain("removed web", "added web");
    Environment after = engine.main("web").request().environment();
    assertThat(after.get("A")).contains("2");
    assertThat(after.get("B")).isEmpty();
    assertThat(engine.processes.last("web", ProcessType.POST_STOP).request().environment().get("B"))
        .contains("1");
  }

  @Test
  void aRestartOfAnInstanceKeepsItsVariables() {
    engine.job("web", "exec web");
    Instance web = engine.named("web").start(Environment.of("A", 1));

    web.restart(Scripted.PATIENCE);

    assertThat(engine.main("web").request().environment().get("A")).contains("1");
    assertThat(engine.main("web").pid()).isEqualTo(1010);
  }

  @Test
  void aRestartOfATaskEndsWhenItHasEndedAgain() {
    engine.job("task", "task", "exec work");
    engine.processes.when("work").neverEnds();
    CompletableFuture<Instance> start = startAsync("task");

    CompletableFuture<Instance> restart =
        engine.named("task").restartAsync(Environment.EMPTY).toCompletableFuture();
    engine.settle();
    get(start);
    assertThat(restart).isNotDone();

    engine.main("task").exits(0);
    get(restart);
    assertThat(engine.main("task").pid()).isEqualTo(1010);
  }

  @Test
  void everyNewCommandLetsGoOfTheOneBefore() {
    engine.job("web", "exec web");
    engine.processes.when("web").ignores(Signal.TERM).neverEnds();
    engine.start("web");

    CompletableFuture<Void> firstStop = stopAsync("web");
    CompletableFuture<Instance> firstStart = startAsync("web");
    get(firstStop);
    CompletableFuture<Void> secondStop = stopAsync("web");
    get(firstStart);
    assertThat(secondStop).isNotDone();

    engine.main("web").exits(0);
    get(secondStop);
  }
}
