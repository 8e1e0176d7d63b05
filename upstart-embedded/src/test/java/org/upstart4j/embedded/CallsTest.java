package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Version;
import org.upstart4j.Wait;

class CallsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Wait SHORT = Wait.atMost(Duration.ofMillis(1));

  private final Scripted engine =
      new Scripted()
          .job("web", "exec web")
          .job("db", "exec db")
          .job("slow", "pre-start exec sleep", "exec slow")
          .job("task", "start on go", "stop on halt", "task", "exec work");

  @AfterEach
  void close() {
    engine.close();
    assertThat(Thread.interrupted()).as("an interruption is left over").isFalse();
  }

  /** Comparing each with all others would take minutes. */
  @Test
  @Timeout(60)
  void manyVariablesHoldNothingUp() {
    engine.job("many", "instance $V199999", "start on go V199998=x", "exec web");
    List<String> many = IntStream.range(0, 200_000).mapToObj(i -> "V" + i + "=x").toList();

    assertThat(engine.named("many").status(Environment.parse(many)).state())
        .isEqualTo(State.WAITING);
    engine.upstart().emit(new Event("go", Environment.parse(many)), Wait.NO_WAIT);
    engine.settle();
    assertThat(engine.named("many").instances()).extracting(Instance::name).containsExactly("x");
  }

  private void sleepsForASecond() {
    engine.processes.when("sleep").after(SECOND).exitsWith(0);
  }

  private static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aListenerMayCallTheEngineAndWaitForIt() throws InterruptedException {
    BlockingQueue<JobStatus> seen = new LinkedBlockingQueue<>();
    try (Subscription subscription =
        engine
            .upstart()
            .subscribe(
                new UpstartListener() {
                  @Override
                  public void eventEmitted(Event event) {
                    if (event.toString().startsWith("started JOB=web")) {
                      seen.add(engine.start("db").status());
                    }
                  }
                })) {
      engine.start("web");

      assertThat(seen.poll(60, TimeUnit.SECONDS)).hasToString("db start/running, process 1010");
    }
  }

  @Test
  void aListenerThatIsBusyDoesNotHoldUpTheEngine() {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Subscription subscription =
        engine
            .upstart()
            .subscribe(
                new UpstartListener() {
                  @Override
                  public void instanceAdded(String job, String instance) {
                    busy.countDown();
                    await(released);
                    heard.add(job);
                  }
                });
    engine.start("web");
    await(busy);

    engine.start("db");
    assertThat(heard).isEmpty();
    engine.upstart().calls().run(() -> {});
    released.countDown();
    subscription.close();

    assertThat(heard).contains("web");
  }

  @Test
  void aListenerHearsWhatHappensAfterItWasAddedInItsOrder() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    engine.start("web");
    try (Subscription subscription =
        engine
            .upstart()
            .subscribe(
                new UpstartListener() {
                  @Override
                  public void stateChanged(String job, String instance, State state) {
                    heard.add(job + " " + state);
                  }

                  @Override
                  public void instanceRemoved(String job, String instance) {
                    heard.add(job + " removed");
                  }
                })) {
      engine.stop("web");

      List<String> all = new ArrayList<>();
      do {
        all.add(heard.poll(60, TimeUnit.SECONDS));
      } while (!all.contains("web removed"));
      assertThat(all)
          .containsExactly(
              "web pre-stopping",
              "web pre-stop",
              "web stopping",
              "web killed",
              "web post-stopping",
              "web post-stop",
              "web waiting",
              "web removed");
    }
  }

  @Test
  void whatDependsOnAStageMayCallTheEngine() {
    CompletionStage<String> both =
        engine
            .named("web")
            .startAsync(Environment.EMPTY)
            .thenApply(Instance::status)
            .thenCompose(
                web ->
                    engine
                        .named("db")
                        .startAsync(Environment.EMPTY)
                        .thenApply(db -> web + " and " + db.status()));

    assertThat(get(both))
        .isEqualTo("web start/running, process 1000 and db start/running, process 1010");
  }

  @Test
  void stagesAreDoneInTheOrderInWhichThingsHappen() {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());

    CompletableFuture.allOf(
            IntStream.range(0, 100)
                .mapToObj(
                    i ->
                        engine
                            .upstart()
                            .emitAsync(Event.of("e" + i))
                            .thenRun(() -> order.add(i))
                            .toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(order).isSorted().hasSize(100);
  }

  @Test
  void stagesOfTheSameInstanceAreDoneWithItsName() {
    Instance web = get(engine.named("web").startAsync(Environment.EMPTY));

    get(web.restartAsync());
    assertThat(get(engine.named("web").restartAsync(Environment.EMPTY))).isEqualTo(web);
    get(web.stopAsync());

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aStageFailsWithTheErrorOfTheCall() {
    CompletionStage<String> failure =
        engine
            .named("web")
            .stopAsync(Environment.EMPTY)
            .handle((nothing, thrown) -> thrown.getMessage());

    assertThat(get(failure)).isEqualTo("Unknown instance: (web does not run)");
  }

  @Test
  void aThreadThatIsInterruptedBeforeItsCallDoesNotWaitAndTheStartGoesOn() {
    sleepsForASecond();
    Job slow = engine.named("slow");
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(UpstartInterruptedException.class)
        .isThrownBy(slow::start)
        .withMessage("Interrupted while waiting for the start of slow");
    assertThat(Thread.interrupted()).isTrue();
    engine.settle();
    engine.advance(SECOND);

    assertThat(engine.state("slow")).isEqualTo("start/running");
  }

  @Test
  void aWaitThatIsInterruptedEndsAndTheStartGoesOn() {
    sleepsForASecond();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> message = new CompletableFuture<>();
    engine
        .upstart()
        .hear(
            new UpstartListener() {
              @Override
              public void instanceAdded(String job, String instance) {
                begun.countDown();
              }
            });
    Job slow = engine.named("slow");
    Thread waiting =
        new Thread(
            () -> {
              try {
                slow.start();
                message.complete("not interrupted");
              } catch (UpstartInterruptedException interrupted) {
                message.complete(
                    interrupted.getMessage() + " " + Thread.currentThread().isInterrupted());
              }
            });
    waiting.start();
    await(begun);
    waiting.interrupt();

    assertThat(get(message)).isEqualTo("Interrupted while waiting for the start of slow true");
    assertThat(engine.state("slow")).isEqualTo("start/pre-start");
    engine.advance(SECOND);
    assertThat(engine.state("slow")).isEqualTo("start/running");
  }

  @Test
  void aWaitThatLastsTooLongEndsAndTheStartGoesOn() {
    sleepsForASecond();

    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(() -> engine.named("slow").start(Environment.EMPTY, SHORT))
        .withMessage("Timed out after 0.001 s while waiting for the start of slow");
    engine.advance(SECOND);

    assertThat(engine.state("slow")).isEqualTo("start/running");
  }

  @Test
  void aWaitForAnEventThatLastsTooLongEndsAndTheEventGoesOn() {
    engine.processes.when("work").after(SECOND).exitsWith(0);

    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(() -> engine.upstart().emit(Event.of("go"), SHORT))
        .withMessage("Timed out after 0.001 s while waiting for event go");
    assertThat(engine.events()).doesNotContain("go");
    engine.advance(SECOND);

    assertThat(engine.events()).contains("go");
  }

  @Test
  void aJobIsWaitedForUntilItIsWhereItIsWanted() {
    sleepsForASecond();
    engine.beginStart("slow");
    CompletableFuture<JobStatus> running =
        CompletableFuture.supplyAsync(
            () -> engine.named("slow").await(Goal.START, State.RUNNING, Scripted.PATIENCE));

    engine.advance(SECOND);

    assertThat(get(running).isRunning()).isTrue();
    assertThat(engine.named("slow").await(Goal.START, State.RUNNING, Wait.NO_WAIT).isRunning())
        .isTrue();
    assertThatExceptionOfType(UpstartTimeoutException.class)
        .isThrownBy(() -> engine.named("slow").await(Goal.STOP, State.WAITING, Wait.NO_WAIT))
        .withMessage("Timed out after 0 s while waiting for slow to reach stop/waiting");
  }

  @Test
  void aJobThatIsNotThereYetIsWaitedFor() {
    CompletableFuture<JobStatus> running =
        CompletableFuture.supplyAsync(
            () -> engine.named("web").await(Goal.START, State.RUNNING, Scripted.PATIENCE));

    engine.start("web");

    assertThat(get(running).isRunning()).isTrue();
  }

  @Test
  void anInstanceIsWaitedForUntilItHasGone() {
    Instance web = engine.start("web");
    CompletableFuture<JobStatus> gone =
        CompletableFuture.supplyAsync(() -> web.await(Goal.STOP, State.WAITING, Scripted.PATIENCE));

    engine.stop("web");

    assertThat(get(gone).goal()).isEqualTo(Goal.STOP);
  }

  @Test
  void ensureRunningStartsWhatIsStoppedAndWaitsForWhatStarts() {
    sleepsForASecond();
    CompletableFuture<Instance> first =
        CompletableFuture.supplyAsync(
            () -> engine.named("slow").ensureRunning(Environment.EMPTY, Scripted.PATIENCE));
    CompletableFuture<Instance> second =
        CompletableFuture.supplyAsync(
            () -> engine.named("slow").ensureRunning(Environment.EMPTY, Scripted.PATIENCE));
    while (engine.processes.spawned().isEmpty()) {
      engine.settle();
    }

    engine.advance(SECOND);

    assertThat(get(first)).isEqualTo(get(second));
    assertThat(engine.named("slow").ensureRunning(Environment.EMPTY, SHORT).status().isRunning())
        .isTrue();
    assertThat(engine.processes.spawned()).hasSize(2);
  }

  @Test
  void ensureRunningFailsWhenTheStartThatIsUnderWayFails() {
    engine.processes.when("sleep").neverEnds();
    engine.beginStart("slow");
    CompletableFuture<String> failure =
        CompletableFuture.supplyAsync(
                () -> engine.named("slow").ensureRunning(Environment.EMPTY, Scripted.PATIENCE))
            .handle((instance, thrown) -> String.valueOf(thrown.getCause()));

    // a caller that comes too late for this start begins another one, which fails too
    while (!failure.isDone()) {
      engine.processes.running().forEach(process -> process.exits(1));
      engine.settle();
    }

    assertThat(get(failure)).startsWith(JobFailedException.class.getName());
  }

  @Test
  void ensureStoppedStopsWhatRunsAndWaitsForWhatStops() {
    engine.job("last", "exec last", "post-stop exec sleep");
    sleepsForASecond();
    engine.named("web").ensureStopped(Environment.EMPTY, SHORT);
    engine.start("last");
    engine.beginStop("last");
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(
            () -> engine.named("last").ensureStopped(Environment.EMPTY, Scripted.PATIENCE));

    engine.advance(SECOND);
    get(stopped);

    engine.start("web");
    engine.named("web").ensureStopped(Environment.EMPTY, Scripted.PATIENCE);
    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aFreshRestartStartsAJobThatDoesNotRun() {
    engine.named("web").restartFresh(Environment.of("A", 1), Scripted.PATIENCE);
    engine.named("web").restartFresh(Environment.of("A", 2), Wait.NO_WAIT);

    engine.settle();
    assertThat(engine.main("web").request().environment().get("A")).contains("2");
    assertThat(engine.processes.spawned()).hasSize(2);
  }

  @Test
  void thePriorityOfTheLogIsMessageUntilItIsSet() {
    assertThat(engine.upstart().logPriority()).isEqualTo(LogPriority.MESSAGE);

    for (LogPriority priority : LogPriority.values()) {
      engine.upstart().setLogPriority(priority);
      assertThat(engine.upstart().logPriority()).isEqualTo(priority);
    }
  }

  @Test
  void anEngineSaysWhatItIsAndCan() {
    EmbeddedUpstart upstart = engine.upstart();

    assertThat(upstart.transport()).isEqualTo("embedded");
    assertThat(upstart.version()).isEqualTo(new Version("init (upstart 1.13.2)"));
    assertThat(upstart.sessions()).isEmpty();
    assertThat(upstart.capabilities())
        .contains(Capability.SIGNALS, Capability.STATE_DUMP)
        .doesNotContain(Capability.FILE_DESCRIPTORS, Capability.RE_EXEC);
    assertThatExceptionOfType(UnsupportedCapabilityException.class)
        .isThrownBy(upstart::reExec)
        .satisfies(failure -> assertThat(failure.capability()).isEqualTo(Capability.RE_EXEC));
    assertThatExceptionOfType(UnsupportedCapabilityException.class)
        .isThrownBy(() -> upstart.emit(Event.of("a"), FileDescriptor.in, Wait.NO_WAIT))
        .satisfies(
            failure -> assertThat(failure.capability()).isEqualTo(Capability.FILE_DESCRIPTORS));
    assertThatCode(upstart::notifyDiskWriteable).doesNotThrowAnyException();
  }

  @Test
  void processOneRefusesTheAddressOfDbusAndASessionTakesIt() {
    assertThatExceptionOfType(PermissionDeniedException.class)
        .isThrownBy(() -> engine.upstart().notifyDbusAddress("unix:path=/run/bus"))
        .withMessage("Not permissible to notify D-Bus address for PID 1");
    try (Scripted session = new Scripted().with(builder -> builder.userSession(true))) {
      assertThatCode(() -> session.upstart().notifyDbusAddress("unix:path=/run/bus"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void whatIsExecutedOnItsThreadIsDoneInOrderAndAnsweredAtOnce() {
    CompletableFuture<List<String>> seen = new CompletableFuture<>();
    List<String> order = new ArrayList<>();

    engine.upstart().execute(() -> order.add("first"));
    engine
        .upstart()
        .execute(
            () -> {
              engine
                  .upstart()
                  .job("web")
                  .startAsync(Environment.EMPTY)
                  .thenAccept(web -> order.add("started " + web.status()));
              order.add("asked " + engine.upstart().job("web").status());
            });
    engine.upstart().calls().run(() -> {});
    engine.settle();
    engine.upstart().execute(() -> seen.complete(List.copyOf(order)));

    assertThat(get(seen))
        .containsExactly(
            "first", "asked web start/starting", "started web start/running, process 1000");
  }
}
