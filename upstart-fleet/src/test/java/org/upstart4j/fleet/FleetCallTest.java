package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.fleet.HostResult.Answer;
import org.upstart4j.fleet.HostResult.Failure;
import org.upstart4j.fleet.HostResult.Untried;

/** Calls over many hosts; a hang in these tests is the fault that they look for. */
@Timeout(120)
class FleetCallTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  private final Map<String, FakeUpstart> upstarts = new ConcurrentHashMap<>();
  private final CountDownLatch never = new CountDownLatch(1);

  private FleetBuilder fleet(int count) {
    return Fleet.of(Hosts.many(count)).connectedBy(this::open);
  }

  private FakeUpstart open(Host host) {
    FakeUpstart upstart = new FakeUpstart(host.name());
    assertThat(upstarts.put(host.name(), upstart)).as("opened once").isNull();
    return upstart;
  }

  private static <T> List<HostResult<T>> all(Stream<HostResult<T>> results) {
    try (results) {
      return results.toList();
    }
  }

  private static <T> HostResult<T> only(List<HostResult<T>> results, String host) {
    return results.stream().filter(one -> one.host().name().equals(host)).findFirst().orElseThrow();
  }

  @Test
  void eachHostAnswersOnce() {
    try (Fleet fleet = fleet(1_000).build()) {
      List<HostResult<String>> results = all(fleet.call((host, upstart) -> host.name()));

      assertThat(results)
          .allMatch(Answer.class::isInstance)
          .extracting(HostResult::host)
          .containsExactlyInAnyOrderElementsOf(fleet.hosts());
    }
    assertThat(upstarts.values()).hasSize(1_000).allMatch(upstart -> upstart.closed);
  }

  @Test
  void aFleetWithoutHostsHasNoResults() {
    try (Fleet fleet = fleet(0).build()) {
      assertThat(all(fleet.call((host, upstart) -> 1))).isEmpty();
    }
  }

  @Test
  void noMoreHostsAreAskedAtOnceThanAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Fleet fleet = fleet(300).forks(7).build()) {
      all(
          fleet.call(
              (host, upstart) -> {
                threads.add(Thread.currentThread());
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.yield();
                return now.decrementAndGet();
              }));
    }
    assertThat(most.get()).isBetween(1, 7);
    assertThat(threads).hasSizeLessThanOrEqualTo(7);
  }

  @Test
  void asManyHostsAreAskedAtOnceAsAllowed() {
    CountDownLatch together = new CountDownLatch(5);
    try (Fleet fleet = fleet(5).forks(5).build()) {
      assertThat(
              all(
                  fleet.call(
                      (host, upstart) -> {
                        together.countDown();
                        Hosts.hang(together);
                        return 1;
                      })))
          .hasSize(5);
    }
  }

  @Test
  void whatFailsOnOneHostIsTheResultOfThatHost() {
    try (Fleet fleet = fleet(3).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    if (host.name().equals("h2")) {
                      throw new UpstartUnavailableException("refused", null);
                    }
                    return 1;
                  }));

      assertThat(results).hasSize(3);
      assertThat(only(results, "h1")).isInstanceOf(Answer.class);
      assertThat(only(results, "h2"))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.error()).hasMessageContaining("refused"));
    }
  }

  @Test
  void anythingThatACallThrowsIsAFailureWithItsCause() {
    List<Throwable> thrown =
        List.of(new IllegalStateException("odd"), new StackOverflowError(), new AssertionError(7));
    try (Fleet fleet = fleet(3).forks(1).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    Throwable next = thrown.get(Integer.parseInt(host.name().substring(1)) - 1);
                    if (next instanceof Error error) {
                      throw error;
                    }
                    throw (RuntimeException) next;
                  }));

      assertThat(results)
          .hasSize(3)
          .allSatisfy(
              result ->
                  assertThat(((Failure<Integer>) result).error())
                      .isInstanceOf(UnexpectedErrorException.class)
                      .cause()
                      .isIn(thrown));
      assertThat(((Failure<Integer>) results.get(0)).error())
          .hasMessage("java.lang.IllegalStateException: odd");
    }
  }

  @Test
  void aHostThatCannotBeConnectedFailsAndIsTriedAgainNextTime() {
    AtomicInteger attempts = new AtomicInteger();
    try (Fleet fleet =
        Fleet.of(Hosts.many(1))
            .connectedBy(
                host -> {
                  if (attempts.incrementAndGet() == 1) {
                    throw new InvalidHostException(host.name(), "makes no sense");
                  }
                  return open(host);
                })
            .build()) {
      assertThat(all(fleet.call((host, upstart) -> 1)))
          .singleElement()
          .isInstanceOfSatisfying(
              Failure.class,
              failure ->
                  assertThat(failure.error())
                      .isInstanceOf(UpstartUnavailableException.class)
                      .hasMessageContaining("makes no sense"));
      assertThat(all(fleet.call((host, upstart) -> 1))).singleElement().isInstanceOf(Answer.class);
    }
  }

  @Test
  void aHostThatHangsEndsAtItsLimit() {
    try (Fleet fleet = fleet(3).hostTimeout(SHORT).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    if (host.name().equals("h2")) {
                      Hosts.hang(never);
                    }
                    return 1;
                  }));

      assertThat(results).hasSize(3);
      assertThat(only(results, "h2"))
          .isInstanceOfSatisfying(
              Failure.class,
              failure ->
                  assertThat(failure.error())
                      .isInstanceOf(UpstartTimeoutException.class)
                      .hasMessageContaining("the answer of h2"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void aHostThatHangsWhileItIsConnectedEndsAtItsLimit() {
    try (Fleet fleet =
        Fleet.of(Hosts.many(2))
            .hostTimeout(Duration.ofSeconds(2))
            .connectedBy(
                host -> {
                  if (host.name().equals("h1")) {
                    Hosts.hang(never);
                  }
                  return open(host);
                })
            .build()) {
      List<HostResult<Integer>> results = all(fleet.call((host, upstart) -> 1));

      assertThat(only(results, "h1")).isInstanceOf(Failure.class);
      assertThat(only(results, "h2")).isInstanceOf(Answer.class);
    } finally {
      never.countDown();
    }
  }

  @Test
  void hostsThatHangGiveTheirPlacesToOthers() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Fleet fleet = fleet(100).forks(4).hostTimeout(Duration.ofSeconds(2)).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    threads.add(Thread.currentThread());
                    if (Set.of("h1", "h20", "h40", "h99").contains(host.name())) {
                      Hosts.hang(never);
                    }
                    return 1;
                  }));

      assertThat(results).hasSize(100);
      assertThat(results.stream().filter(Answer.class::isInstance)).hasSize(96);
      assertThat(threads).hasSizeLessThanOrEqualTo(8);
    } finally {
      never.countDown();
    }
  }

  @Test
  void ifAllHostsHangTheRestIsGivenUp() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Fleet fleet = fleet(50).forks(3).hostTimeout(SHORT).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    threads.add(Thread.currentThread());
                    Hosts.hang(never);
                    return 1;
                  }));

      assertThat(results).hasSize(50);
      assertThat(results.stream().filter(Failure.class::isInstance)).hasSize(6);
      assertThat(results.stream().filter(Untried.class::isInstance)).hasSize(44);
      assertThat(threads).hasSize(6);
    } finally {
      never.countDown();
    }
  }

  @Test
  void hostsThatHangButCanBeInterruptedDoNotKeepOthersFromBeingAsked() {
    try (Fleet fleet = fleet(20).forks(2).hostTimeout(Duration.ofMillis(20)).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    try {
                      never.await();
                      return 1;
                    } catch (InterruptedException interrupted) {
                      throw new UpstartInterruptedException("it", interrupted);
                    }
                  }));

      assertThat(results)
          .hasSize(20)
          .allSatisfy(
              result ->
                  assertThat(((Failure<Integer>) result).error())
                      .isInstanceOf(UpstartTimeoutException.class));
    }
  }

  @Test
  void theTimeForAllHostsEndsThoseThatAreAskedAndLeavesTheRestUntried() {
    try (Fleet fleet = fleet(10).forks(2).timeout(SHORT).build()) {
      List<HostResult<Integer>> results =
          all(
              fleet.call(
                  (host, upstart) -> {
                    Hosts.hang(never);
                    return 1;
                  }));

      assertThat(results).hasSize(10);
      assertThat(results.stream().filter(Failure.class::isInstance)).hasSize(2);
      assertThat(results.stream().filter(Untried.class::isInstance))
          .hasSize(8)
          .allMatch(untried -> ((Untried<Integer>) untried).reason().contains("time"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void aLateInterruptionHitsNoOtherHost() {
    try (Fleet fleet = fleet(2_000).forks(4).hostTimeout(Duration.ofNanos(200_000)).build()) {
      List<HostResult<Boolean>> results =
          all(fleet.call((host, upstart) -> Thread.interrupted() && spin()));

      assertThat(results)
          .hasSize(2_000)
          .noneMatch(one -> one instanceof Answer<Boolean> answer && answer.value());
    }
  }

  private static boolean spin() {
    Thread.onSpinWait();
    return true;
  }

  @Test
  void closingTheStreamStopsTheRest() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger interrupted = new AtomicInteger();
    try (Fleet fleet = fleet(100).forks(4).build()) {
      try (Stream<HostResult<Integer>> results =
          fleet.call(
              (host, upstart) -> {
                if (asked.incrementAndGet() == 1) {
                  return 1;
                }
                try {
                  never.await();
                } catch (InterruptedException stopped) {
                  interrupted.incrementAndGet();
                }
                return 2;
              })) {
        Iterator<HostResult<Integer>> iterator = results.iterator();
        assertThat(iterator.next()).isInstanceOf(Answer.class);
        Hosts.eventually(() -> asked.get() == 5, "four more");
      }
      Hosts.eventually(() -> interrupted.get() == 4, "the interruptions");
    }
    assertThat(asked.get()).isEqualTo(5);
  }

  @Test
  void closingTheStreamWaitsForNobodyWhoHangs() {
    try (Fleet fleet = fleet(10).forks(2).build()) {
      CountDownLatch hanging = new CountDownLatch(2);
      try (Stream<HostResult<Integer>> results =
          fleet.call(
              (host, upstart) -> {
                hanging.countDown();
                Hosts.hang(never);
                return 1;
              })) {
        Hosts.hang(hanging);
        assertThat(results).isNotNull();
      }
    } finally {
      never.countDown();
    }
  }

  @Test
  void whoIsInterruptedWhileReadingGetsNoMoreAndStopsTheRest() {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Fleet fleet = fleet(1).build();
        Stream<HostResult<Integer>> results =
            fleet.call(
                (host, upstart) -> {
                  try {
                    never.await();
                  } catch (InterruptedException interrupted) {
                    stopped.countDown();
                  }
                  return 1;
                })) {
      Hosts.eventually(() -> upstarts.size() == 1, "the call");
      Thread.currentThread().interrupt();

      assertThatThrownBy(results::toList).isInstanceOf(UpstartInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
      Hosts.hang(stopped);
    }
  }

  @Test
  void twoCallsAtOnceShareOneUpstartAHost() {
    CountDownLatch both = new CountDownLatch(2);
    try (Fleet fleet = fleet(20).build();
        Stream<HostResult<FakeUpstart>> one = fleet.call((host, upstart) -> meet(both, upstart));
        Stream<HostResult<FakeUpstart>> two = fleet.call((host, upstart) -> meet(both, upstart))) {
      assertThat(one.toList()).hasSize(20).allMatch(Answer.class::isInstance);
      assertThat(two.toList()).hasSize(20).allMatch(Answer.class::isInstance);
    }
    assertThat(upstarts).hasSize(20);
  }

  private static FakeUpstart meet(CountDownLatch both, org.upstart4j.Upstart upstart) {
    both.countDown();
    Hosts.hang(both);
    return (FakeUpstart) upstart;
  }

  @Test
  void closingTheFleetEndsItsCallsWithAResultForEachHost() {
    CountDownLatch asked = new CountDownLatch(2);
    Fleet fleet = fleet(10).forks(2).build();
    Stream<HostResult<Integer>> results =
        fleet.call(
            (host, upstart) -> {
              asked.countDown();
              Hosts.hang(never);
              return 1;
            });
    Hosts.hang(asked);
    fleet.close();
    fleet.close();
    never.countDown();

    List<HostResult<Integer>> list = all(results);
    assertThat(list).hasSize(10);
    assertThat(list.stream().filter(Failure.class::isInstance)).hasSize(2);
    assertThat(list.stream().filter(Untried.class::isInstance)).hasSize(8);
  }

  @Test
  void aClosedFleetAsksNobody() {
    Fleet fleet = fleet(3).build();
    fleet.close();

    assertThat(all(fleet.call((host, upstart) -> 1)))
        .hasSize(3)
        .allMatch(Untried.class::isInstance);
    assertThatThrownBy(() -> fleet.upstart(fleet.hosts().get(0)))
        .isInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  void anUpstartThatHangsWhenItIsClosedDoesNotHoldUpTheFleet() {
    Fleet fleet =
        Fleet.of(Hosts.many(3))
            .connectedBy(
                host ->
                    new FakeUpstart(host.name()) {
                      @Override
                      public void close() {
                        if (host.name().equals("h1")) {
                          Hosts.hang(never);
                        }
                        super.close();
                      }
                    })
            .build();
    all(fleet.call((host, upstart) -> 1));
    fleet.close();
    never.countDown();
  }

  @Test
  void anUpstartThatComesAfterTheFleetWasClosedIsClosed() {
    CountDownLatch opening = new CountDownLatch(1);
    FakeUpstart late = new FakeUpstart("late");
    Fleet fleet =
        Fleet.of(Hosts.many(1))
            .connectedBy(
                host -> {
                  opening.countDown();
                  Hosts.hang(never);
                  return late;
                })
            .build();
    Stream<HostResult<Integer>> results = fleet.call((host, upstart) -> 1);
    Hosts.hang(opening);
    fleet.close();
    never.countDown();

    assertThat(all(results)).hasSize(1);
    Hosts.eventually(() -> late.closed, "the close");
  }

  @Test
  void idleThreadsEnd() {
    try (Fleet fleet = fleet(50).hostTimeout(Duration.ofHours(1)).build()) {
      List<Thread> threads = new ArrayList<>();
      all(fleet.call((host, upstart) -> Thread.currentThread()))
          .forEach(result -> threads.add(((Answer<Thread>) result).value()));

      Hosts.eventually(() -> threads.stream().noneMatch(Thread::isAlive), "the ends of threads");
    }
  }

  @Test
  void twoDifferentHostsOfOneNameAreRefused() {
    Host one = Host.of("web");
    Host other = new Host("web", List.of("group"), Map.of());

    assertThat(Fleet.of(List.of(one, one)).build().hosts()).containsExactly(one);
    assertThatThrownBy(() -> Fleet.of(List.of(one, other)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("web");
  }

  @Test
  void aHostOfAnotherFleetIsRefused() {
    try (Fleet fleet = fleet(1).build()) {
      assertThatThrownBy(() -> fleet.upstart(Host.of("other")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> fleet(1).forks(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fleet(1).hostTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fleet(1).timeout(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsDeniedOnAHostIsSaidAsItIs() {
    try (Fleet fleet = fleet(1).build()) {
      assertThat(
              all(
                  fleet.<Integer>call(
                      (host, upstart) -> {
                        throw new PermissionDeniedException("no");
                      })))
          .singleElement()
          .satisfies(
              result ->
                  assertThat(((Failure<Integer>) result).error())
                      .isInstanceOf(PermissionDeniedException.class));
    }
  }
}
