package org.upstart4j.fleet.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.FleetBuilder;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.HostResult;
import org.upstart4j.fleet.HostResult.Answer;
import org.upstart4j.fleet.HostResult.Failure;
import org.upstart4j.fleet.rolling.Outcome.Kind;
import org.upstart4j.fleet.rolling.RollingResult.End;

/** Rolling restarts of a job on engines with scripted processes. */
@Timeout(180)
class RollingChangeTest {

  private static final String NAME = "restart web";

  @TempDir private Path folder;

  private final Map<String, EmbeddedUpstart> engines = new ConcurrentHashMap<>();
  private final Set<String> refusing = ConcurrentHashMap.newKeySet();
  private final Set<String> dying = ConcurrentHashMap.newKeySet();
  private final List<String> changed = new CopyOnWriteArrayList<>();
  private final List<HostResult<JobStatus>> told = new ArrayList<>();

  @AfterEach
  void close() {
    engines.values().forEach(EmbeddedUpstart::close);
  }

  private static List<Host> hosts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> Host.of("h" + i)).toList();
  }

  private FleetBuilder fleet(int count) {
    return Fleet.of(hosts(count)).connectedBy(this::open);
  }

  private Upstart open(Host host) {
    if (refusing.contains(host.name())) {
      throw new UpstartUnavailableException(host + " refuses", null);
    }
    return new UnclosedUpstart(engines.computeIfAbsent(host.name(), this::engine));
  }

  /** An engine whose job runs; on a host that is dying, its second main process does not stay. */
  private EmbeddedUpstart engine(String host) {
    ScriptedProcesses processes = new ScriptedProcesses();
    if (dying.contains(host)) {
      processes.when("/usr/bin/web").neverEnds().then().exitsWith(3);
    }
    EmbeddedUpstart engine =
        EmbeddedUpstart.builder().job("web", "exec /usr/bin/web\n").processes(processes).build();
    engine.job("web").start();
    return engine;
  }

  private Instance restart(Host host, Upstart upstart) {
    changed.add(host.name());
    return upstart.job("web").restart();
  }

  private Path record() {
    return folder.resolve("record");
  }

  private RollingChange change(Fleet fleet, RollingPlan plan) {
    return RollingChange.of(fleet, plan, NAME, this::restart).recordedIn(record());
  }

  private Map<String, Outcome> recorded() {
    return new RecordFile(record()).read(NAME).orElseThrow();
  }

  private static RollingPlan plan(int batch) {
    return RollingPlan.of(Share.of(batch));
  }

  @Test
  void allHostsAreChangedInBatches() {
    try (Fleet fleet = fleet(7).build()) {
      RollingResult result = change(fleet, plan(3)).run(told::add);

      assertThat(result.end()).isEqualTo(End.COMPLETE);
      assertThat(result.isDone()).isTrue();
      assertThat(result.named(Kind.DONE)).containsExactly("h1", "h2", "h3", "h4", "h5", "h6", "h7");
      assertThat(told).hasSize(7).allMatch(Answer.class::isInstance);
      assertThat(changed.subList(0, 3)).containsExactlyInAnyOrder("h1", "h2", "h3");
      assertThat(changed.subList(3, 6)).containsExactlyInAnyOrder("h4", "h5", "h6");
      assertThat(recorded()).isEqualTo(result.hosts());
    }
  }

  @Test
  void aHostThatCannotBeReachedCountsAsAFailure() {
    refusing.add("h2");
    try (Fleet fleet = fleet(5).build()) {
      RollingResult result = change(fleet, plan(1)).run(told::add);

      assertThat(result.end()).isEqualTo(End.FAILURES);
      assertThat(result.named(Kind.DONE)).containsExactly("h1");
      assertThat(result.named(Kind.FAILED)).containsExactly("h2");
      assertThat(result.named(Kind.UNTRIED)).containsExactly("h3", "h4", "h5");
      assertThat(result.hosts().get("h2").reason()).isEqualTo("h2 refuses");
      assertThat(recorded()).isEqualTo(result.hosts());
    }
  }

  @Test
  void failuresAreCountedOverAllBatches() {
    refusing.addAll(Set.of("h2", "h5", "h8"));
    try (Fleet fleet = fleet(12).build()) {
      RollingResult result =
          change(fleet, plan(1).withMaxFailures(Share.percent(25))).run(told::add);

      assertThat(result.end()).isEqualTo(End.FAILURES);
      assertThat(result.named(Kind.FAILED)).containsExactly("h2", "h5", "h8");
      assertThat(result.named(Kind.UNTRIED)).containsExactly("h9", "h10", "h11", "h12");
    }
  }

  @Test
  void fewerFailuresThanTheLimitStopNothing() {
    refusing.addAll(Set.of("h2", "h5"));
    try (Fleet fleet = fleet(6).build()) {
      RollingResult result = change(fleet, plan(2).withMaxFailures(Share.of(3))).run(told::add);

      assertThat(result.end()).isEqualTo(End.COMPLETE);
      assertThat(result.isDone()).isFalse();
      assertThat(result.named(Kind.UNTRIED)).isEmpty();
    }
  }

  @Test
  void aJobThatDoesNotStayUpHasFailed() {
    dying.add("h2");
    try (Fleet fleet = fleet(3).build()) {
      RollingResult result =
          change(fleet, plan(1).withStays(Duration.ofMillis(300))).run(told::add);

      assertThat(result.named(Kind.DONE)).containsExactly("h1");
      assertThat(result.named(Kind.FAILED)).containsExactly("h2");
      assertThat(result.named(Kind.UNTRIED)).containsExactly("h3");
      assertThat(result.hosts().get("h2").reason()).contains("web");
      assertThat(engines.get("h2").job("web").status().isStarted()).isFalse();
    }
  }

  @Test
  void aCanaryThatFailsStopsTheChangeWhateverTheLimit() {
    refusing.add("h1");
    try (Fleet fleet = fleet(5).build()) {
      RollingResult result =
          change(fleet, plan(2).withCanary(1).withMaxFailures(Share.of(5))).run(told::add);

      assertThat(result.end()).isEqualTo(End.CANARY);
      assertThat(result.reason()).contains("h1");
      assertThat(changed).isEmpty();
      assertThat(result.named(Kind.UNTRIED)).hasSize(4);
    }
  }

  @Test
  void aHostThatHangsFailsAtItsLimitAndTheRestGoesOn() {
    CountDownLatch never = new CountDownLatch(1);
    try (Fleet fleet = fleet(4).hostTimeout(Duration.ofSeconds(2)).build()) {
      RollingResult result =
          RollingChange.of(
                  fleet,
                  plan(2).withMaxFailures(Share.of(2)),
                  NAME,
                  (host, upstart) -> {
                    if (host.name().equals("h1")) {
                      hang(never);
                    }
                    return restart(host, upstart);
                  })
              .run(told::add);

      assertThat(result.end()).isEqualTo(End.COMPLETE);
      assertThat(result.named(Kind.FAILED)).containsExactly("h1");
      assertThat(result.named(Kind.DONE)).containsExactly("h2", "h3", "h4");
    } finally {
      never.countDown();
    }
  }

  private static void hang(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException ignored) {
        // hangs on
      }
    }
  }

  @Test
  void onceTheLimitIsReachedNoOtherHostOfTheBatchBegins() {
    refusing.add("h1");
    try (Fleet fleet = fleet(6).forks(1).build()) {
      RollingResult result = change(fleet, plan(6)).run(told::add);

      assertThat(result.end()).isEqualTo(End.FAILURES);
      // the result of h1 may come after h2 has begun
      assertThat(changed).hasSizeLessThanOrEqualTo(5);
      assertThat(result.named(Kind.DONE)).isEqualTo(changed);
      assertThat(result.named(Kind.UNKNOWN)).isEmpty();
    }
  }

  @Test
  void aChangeThatIsResumedTriesWhatFailedAndWhatWasNeverTried() {
    refusing.add("h2");
    try (Fleet fleet = fleet(4).build()) {
      change(fleet, plan(1)).run(told::add);
    }
    assertThat(changed).containsExactly("h1");
    refusing.clear();
    told.clear();
    try (Fleet fleet = fleet(4).build()) {
      RollingResult result = change(fleet, plan(1)).run(told::add);

      assertThat(result.isDone()).isTrue();
      assertThat(changed).containsExactly("h1", "h2", "h3", "h4");
      assertThat(told).extracting(one -> one.host().name()).containsExactly("h2", "h3", "h4");
    }
  }

  @Test
  void aChangeThatIsDoneChangesNothingWhenItIsResumed() {
    try (Fleet fleet = fleet(2).build()) {
      change(fleet, plan(1)).run(told::add);
      change(fleet, plan(1)).run(told::add);
    }
    assertThat(changed).containsExactly("h1", "h2");
  }

  @Test
  void hostsOfTheRecordThatAreNotInTheFleetStayAsTheyAre() {
    refusing.add("h3");
    try (Fleet fleet = fleet(3).build()) {
      change(fleet, plan(3)).run(told::add);
    }
    try (Fleet fleet = fleet(2).build()) {
      RollingResult result = change(fleet, plan(3)).run(told::add);

      assertThat(result.named(Kind.FAILED)).containsExactly("h3");
      assertThat(recorded()).containsKey("h3");
    }
  }

  @Test
  void theRecordOfAnotherChangeIsRefusedBeforeAnythingBegins() {
    try (Fleet fleet = fleet(2).build()) {
      change(fleet, plan(1)).run(told::add);
      changed.clear();
      RollingChange other =
          RollingChange.of(fleet, plan(1), "restart db", this::restart).recordedIn(record());

      assertThatThrownBy(() -> other.run(told::add)).isInstanceOf(RecordException.class);
      assertThat(changed).isEmpty();
    }
  }

  @Test
  void whileAHostIsChangedTheRecordSaysSo() {
    List<Map<String, Outcome>> seen = new CopyOnWriteArrayList<>();
    try (Fleet fleet = fleet(3).build()) {
      RollingChange.of(
              fleet,
              plan(1),
              NAME,
              (host, upstart) -> {
                seen.add(recorded());
                return restart(host, upstart);
              })
          .recordedIn(record())
          .run(told::add);
    }
    assertThat(seen.get(1))
        .containsEntry("h1", Outcome.DONE)
        .containsEntry("h2", Outcome.UNDER_WAY)
        .containsEntry("h3", Outcome.UNTRIED);
  }

  @Test
  void aChangeThatIsStoppedRecordsWhatWasUnderWayAsUnknown() {
    CountDownLatch never = new CountDownLatch(1);
    List<RollingChange> self = new CopyOnWriteArrayList<>();
    try (Fleet fleet = fleet(5).build()) {
      RollingChange change =
          RollingChange.of(
                  fleet,
                  plan(2),
                  NAME,
                  (host, upstart) -> {
                    if (host.name().equals("h3")) {
                      self.get(0).stop();
                      hang(never);
                    }
                    return restart(host, upstart);
                  })
              .recordedIn(record());
      self.add(change);
      RollingResult result = change.run(told::add);

      assertThat(result.end()).isEqualTo(End.STOPPED);
      assertThat(result.named(Kind.DONE)).contains("h1", "h2");
      assertThat(result.named(Kind.UNKNOWN)).contains("h3").doesNotContain("h5");
      assertThat(result.named(Kind.UNTRIED)).contains("h5");
      assertThat(result.named(Kind.FAILED)).isEmpty();
      assertThat(recorded()).isEqualTo(result.hosts());
      assertThat(told).hasSize(4);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aChangeWhoseThreadIsInterruptedStops() {
    CountDownLatch never = new CountDownLatch(1);
    Thread waits = Thread.currentThread();
    try (Fleet fleet = fleet(3).build()) {
      RollingResult result =
          RollingChange.of(
                  fleet,
                  plan(1),
                  NAME,
                  (host, upstart) -> {
                    if (host.name().equals("h2")) {
                      waits.interrupt();
                      hang(never);
                    }
                    return restart(host, upstart);
                  })
              .recordedIn(record())
              .run(told::add);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(result.end()).isEqualTo(End.STOPPED);
      assertThat(result.named(Kind.DONE)).containsExactly("h1");
      assertThat(result.named(Kind.UNKNOWN)).containsExactly("h2");
      assertThat(result.named(Kind.UNTRIED)).containsExactly("h3");
      assertThat(recorded()).isEqualTo(result.hosts());
    } finally {
      never.countDown();
    }
  }

  @Test
  void aPauseEndsWhenTheChangeIsStopped() {
    try (Fleet fleet = fleet(2).build()) {
      RollingChange change = change(fleet, plan(1).withPause(Duration.ofHours(1)));
      RollingResult result = change.run(one -> change.stop());

      assertThat(result.end()).isEqualTo(End.STOPPED);
      assertThat(result.named(Kind.UNTRIED)).containsExactly("h2");
    }
  }

  @Test
  void aPauseIsMadeBetweenBatches() {
    try (Fleet fleet = fleet(3).build()) {
      long begun = System.nanoTime();
      change(fleet, plan(1).withPause(Duration.ofMillis(50))).run(told::add);

      assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(100_000_000L);
    }
  }

  @Test
  void theTimeForAllHostsEndsTheChange() {
    try (Fleet fleet = fleet(3).timeout(Duration.ofSeconds(3)).build()) {
      RollingResult result = change(fleet, plan(1).withPause(Duration.ofHours(1))).run(told::add);

      assertThat(result.end()).isEqualTo(End.TIME);
      assertThat(result.named(Kind.DONE)).containsExactly("h1");
      assertThat(result.named(Kind.UNTRIED)).containsExactly("h2", "h3");
    }
  }

  @Test
  void aRecordThatCanNoLongerBeWrittenEndsTheChange() throws Exception {
    Path below = Files.createDirectory(folder.resolve("below"));
    try (Fleet fleet = fleet(4).build()) {
      RollingResult result =
          RollingChange.of(fleet, plan(1), NAME, this::restart)
              .recordedIn(below.resolve("record"))
              .run(
                  one -> {
                    if (one.host().name().equals("h2")) {
                      remove(below);
                    }
                  });

      assertThat(result.end()).isEqualTo(End.UNRECORDED);
      assertThat(result.reason()).contains("can't be written");
      assertThat(changed).containsExactly("h1", "h2");
    }
  }

  private static void remove(Path below) {
    try {
      Files.delete(below.resolve("record"));
      Files.delete(below);
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @Test
  void aChangeRunsOnce() {
    try (Fleet fleet = fleet(1).build()) {
      RollingChange change = change(fleet, plan(1));
      change.run(told::add);

      assertThatThrownBy(() -> change.run(told::add)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aJobCannotStayUpForLongerThanAHostMayTake() {
    try (Fleet fleet = fleet(1).hostTimeout(Duration.ofSeconds(5)).build()) {
      assertThatThrownBy(() -> change(fleet, plan(1).withStays(Duration.ofSeconds(5))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aHostThatIsToldAsFailedSaysWhy() {
    refusing.add("h1");
    try (Fleet fleet = fleet(1).build()) {
      change(fleet, plan(1)).run(told::add);

      assertThat(told)
          .singleElement()
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.error()).hasMessage("h1 refuses"));
    }
  }
}
