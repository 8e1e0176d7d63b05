package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Capability;
import org.upstart4j.Job;
import org.upstart4j.Subscription;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;

@Timeout(120)
class FleetSubscriptionTest {

  private static final UpstartUnavailableException GONE =
      new UpstartUnavailableException("gone", null);

  private final Map<String, List<String>> heard = new ConcurrentHashMap<>();

  /** An Upstart that a test takes away and gives back. */
  private static class Flapping extends FakeUpstart {

    final AtomicInteger attempts = new AtomicInteger();
    volatile boolean reachable = true;
    volatile @Nullable EmbeddedUpstart jobs;

    Flapping(String name) {
      super(name);
    }

    @Override
    public List<Job> jobs() {
      EmbeddedUpstart engine = jobs;
      return engine == null ? super.jobs() : engine.jobs();
    }

    @Override
    public Subscription subscribe(UpstartListener listener) {
      attempts.incrementAndGet();
      if (!reachable) {
        throw GONE;
      }
      return super.subscribe(listener);
    }

    void lose() {
      reachable = false;
      tell(listener -> listener.connectionLost(GONE));
    }
  }

  private List<String> of(String host) {
    return heard.computeIfAbsent(host, name -> new CopyOnWriteArrayList<>());
  }

  private UpstartListener listener(Host host) {
    List<String> calls = of(host.name());
    return new UpstartListener() {
      @Override
      public void jobAdded(String job) {
        calls.add("added " + job);
      }

      @Override
      public void connectionLost(UpstartUnavailableException reason) {
        calls.add("lost: " + reason.getMessage());
      }

      @Override
      public void connectionRegained(Set<String> came, Set<String> gone) {
        calls.add("regained " + came + " " + gone);
      }
    };
  }

  private static Fleet fleet(FakeUpstart... upstarts) {
    return Fleet.of(Hosts.many(upstarts.length))
        .connectedBy(host -> upstarts[Integer.parseInt(host.name().substring(1)) - 1])
        .build();
  }

  private void eventually(String host, String... calls) {
    Hosts.eventually(() -> of(host).equals(List.of(calls)), host + ": " + List.of(calls));
  }

  @Test
  void eachListenerHearsItsHostInOrder() {
    Flapping[] all =
        IntStream.range(0, 20).mapToObj(i -> new Flapping("h" + i)).toArray(Flapping[]::new);
    try (Fleet fleet = fleet(all);
        Subscription subscription = fleet.subscribe(this::listener)) {
      assertThat(subscription).isNotNull();
      for (Flapping one : all) {
        Hosts.eventually(() -> one.listenerCount() == 1, "a listener");
      }
      for (int i = 0; i < 100; i++) {
        String job = "job" + i;
        for (Flapping one : all) {
          one.tell(listener -> listener.jobAdded(job));
        }
      }
      String[] expected =
          IntStream.range(0, 100).mapToObj(i -> "added job" + i).toArray(String[]::new);
      fleet.hosts().forEach(host -> eventually(host.name(), expected));
    }
    assertThat(all).allMatch(one -> one.listenerCount() == 0);
  }

  @Test
  void aHostThatIsNotReachableAtFirstIsToldAsLostAndComesBack() {
    Flapping one = new Flapping("h1");
    one.reachable = false;
    try (Fleet fleet = fleet(one);
        Subscription subscription = fleet.subscribe(this::listener)) {
      assertThat(subscription).isNotNull();
      eventually("h1", "lost: gone");
      Hosts.eventually(() -> one.attempts.get() > 2, "more attempts");
      assertThat(of("h1")).containsExactly("lost: gone");
      one.reachable = true;
      eventually("h1", "lost: gone", "regained [] []");
      one.tell(listener -> listener.jobAdded("web"));
      eventually("h1", "lost: gone", "regained [] []", "added web");
    }
  }

  @Test
  void aHostThatComesBackSaysWhichJobsCameAndWentMeanwhile() {
    ScriptedProcesses processes = new ScriptedProcesses();
    try (EmbeddedUpstart before =
            EmbeddedUpstart.builder()
                .job("a", "task")
                .job("b", "task")
                .processes(processes)
                .build();
        EmbeddedUpstart after =
            EmbeddedUpstart.builder()
                .job("b", "task")
                .job("c", "task")
                .processes(processes)
                .build()) {
      Flapping one = new Flapping("h1");
      one.jobs = before;
      try (Fleet fleet = fleet(one);
          Subscription subscription = fleet.subscribe(this::listener)) {
        assertThat(subscription).isNotNull();
        Hosts.eventually(() -> one.listenerCount() == 1, "a listener");
        one.tell(listener -> listener.jobAdded("d"));
        eventually("h1", "added d");
        one.lose();
        Hosts.eventually(() -> one.listenerCount() == 0, "the end of the old subscription");
        one.jobs = after;
        one.reachable = true;
        Hosts.eventually(() -> of("h1").size() == 3, "the return");

        assertThat(of("h1").get(1)).isEqualTo("lost: gone");
        assertThat(of("h1").get(2)).isIn("regained [c] [a, d]", "regained [c] [d, a]");
      }
    }
  }

  @Test
  void whatAnUpstartTellsAfterItsLossIsNotHeard() {
    Flapping one = new Flapping("h1");
    try (Fleet fleet = fleet(one);
        Subscription subscription = fleet.subscribe(this::listener)) {
      assertThat(subscription).isNotNull();
      Hosts.eventually(() -> one.listenerCount() == 1, "a listener");
      one.reachable = false;
      one.tell(
          listener -> {
            listener.connectionLost(GONE);
            listener.jobAdded("late");
            listener.connectionRegained(Set.of("x"), Set.of());
          });
      one.reachable = true;
      eventually("h1", "lost: gone", "regained [] []");
    }
  }

  @Test
  void aHostWithoutSignalsIsLostForGood() {
    Flapping one =
        new Flapping("h1") {
          @Override
          public Subscription subscribe(UpstartListener listener) {
            attempts.incrementAndGet();
            throw new UnsupportedCapabilityException(Capability.SIGNALS, "initctl");
          }
        };
    try (Fleet fleet = fleet(one);
        Subscription subscription = fleet.subscribe(this::listener)) {
      assertThat(subscription).isNotNull();
      eventually("h1", "lost: h1 can't be heard: No signals: initctl");
      assertThat(one.attempts.get()).isEqualTo(1);
    }
  }

  @Test
  void aHostThatHangsKeepsNoOtherFromBeingHeard() {
    CountDownLatch never = new CountDownLatch(1);
    FakeUpstart hanging =
        new FakeUpstart("h1") {
          @Override
          public Subscription subscribe(UpstartListener listener) {
            Hosts.hang(never);
            return super.subscribe(listener);
          }
        };
    Flapping other = new Flapping("h2");
    try (Fleet fleet =
            Fleet.of(Hosts.many(2))
                .connectedBy(host -> host.name().equals("h1") ? hanging : other)
                .forks(1)
                .hostTimeout(java.time.Duration.ofMillis(200))
                .build();
        Subscription subscription = fleet.subscribe(this::listener)) {
      assertThat(subscription).isNotNull();
      Hosts.eventually(() -> other.listenerCount() == 1, "the other host");
      eventually("h1", "lost: h1 does not answer");
      never.countDown();
      Hosts.eventually(() -> of("h1").contains("regained [] []"), "the return");
      Hosts.eventually(() -> hanging.listenerCount() == 1, "the end of what came too late");
    }
  }

  @Test
  void noMoreHostsAreConnectedAtOnceThanAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger all = new AtomicInteger();
    try (Fleet fleet =
            Fleet.of(Hosts.many(100))
                .connectedBy(
                    host -> {
                      all.incrementAndGet();
                      most.accumulateAndGet(now.incrementAndGet(), Math::max);
                      Thread.yield();
                      now.decrementAndGet();
                      throw GONE;
                    })
                .forks(3)
                .build();
        Subscription subscription = fleet.subscribe(this::listener)) {
      assertThat(subscription).isNotNull();
      Hosts.eventually(() -> all.get() > 300, "attempts");
    }
    assertThat(most.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void aListenerThatFailsOrIsSlowDelaysNoOtherHost() {
    CountDownLatch never = new CountDownLatch(1);
    Flapping one = new Flapping("h1");
    Flapping other = new Flapping("h2");
    try (Fleet fleet = fleet(one, other)) {
      Subscription subscription =
          fleet.subscribe(
              host ->
                  host.name().equals("h2")
                      ? listener(host)
                      : new UpstartListener() {
                        @Override
                        public void jobAdded(String job) {
                          Hosts.hang(never);
                        }
                      });
      Hosts.eventually(() -> one.listenerCount() == 1 && other.listenerCount() == 1, "both");
      one.tell(listener -> listener.jobAdded("web"));
      one.lose();
      other.tell(listener -> listener.jobAdded("web"));
      eventually("h2", "added web");
      never.countDown();
      subscription.close();
    }
  }

  @Test
  void nothingIsHeardAfterTheSubscriptionWasClosed() {
    Flapping one = new Flapping("h1");
    try (Fleet fleet = fleet(one)) {
      Subscription subscription = fleet.subscribe(this::listener);
      Hosts.eventually(() -> one.listenerCount() == 1, "a listener");
      subscription.close();
      subscription.close();
      one.tell(listener -> listener.jobAdded("web"));

      assertThat(one.listenerCount()).isZero();
      assertThat(of("h1")).isEmpty();
    }
  }

  @Test
  void whatHasNoListenerIsRefusedAtOnce() {
    try (Fleet fleet = fleet(new Flapping("h1"), new Flapping("h2"))) {
      assertThatThrownBy(
              () ->
                  fleet.subscribe(
                      host -> {
                        throw new IllegalStateException("none");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aHostThatIsHeardForTheFirstTimeSaysSoBeforeAnythingElse() {
    Flapping one =
        new Flapping("h1") {
          @Override
          public Subscription subscribe(UpstartListener listener) {
            Subscription subscription = super.subscribe(listener);
            listener.jobAdded("early");
            return subscription;
          }
        };
    Flapping lost = new Flapping("h2");
    lost.reachable = false;
    try (Fleet fleet = fleet(one, lost);
        Subscription subscription =
            fleet.subscribe(this::listener, host -> of(host.name()).add("heard"))) {
      assertThat(subscription).isNotNull();
      eventually("h1", "heard", "added early");
      eventually("h2", "lost: gone");
      lost.reachable = true;
      eventually("h2", "lost: gone", "regained [] []");
      one.lose();
      one.reachable = true;
      eventually("h1", "heard", "added early", "lost: gone", "regained [] [early]", "added early");
    }
  }

  @Test
  void aListenerThatNeverReturnsDoesNotHoldUpTheEndOfTheFleet() {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Flapping one = new Flapping("h1");
    Flapping other = new Flapping("h2");
    Fleet fleet = fleet(one, other);
    fleet.subscribe(
        host ->
            new UpstartListener() {
              @Override
              public void jobAdded(String job) {
                called.countDown();
                Hosts.hang(never);
              }
            });
    Hosts.eventually(() -> one.listenerCount() == 1 && other.listenerCount() == 1, "both");
    one.tell(listener -> listener.jobAdded("web"));
    Hosts.hang(called);
    fleet.close();

    assertThat(one.closed).isTrue();
    assertThat(other.listenerCount()).isZero();
    never.countDown();
  }
}
