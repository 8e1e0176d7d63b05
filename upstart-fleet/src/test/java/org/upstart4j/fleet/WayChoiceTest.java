package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Version;
import org.upstart4j.dbus.NoBridgeException;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.spi.Located.Place;

@Timeout(120)
class WayChoiceTest {

  private static final UpstartException NO_BRIDGE =
      new NoBridgeException("web1 has neither Python nor Perl nor socat");
  private static final UpstartException REFUSED =
      new UpstartUnavailableException("Connection refused", null);

  private final AtomicInteger questions = new AtomicInteger();
  private final FakeUpstart initctl = new FakeUpstart("initctl");

  private FakeUpstart dbus(UpstartException... failures) {
    return new FakeUpstart("D-Bus") {
      @Override
      public Version version() {
        int question = questions.getAndIncrement();
        if (question < failures.length) {
          throw failures[question];
        }
        return super.version();
      }
    };
  }

  private static RemoteUpstart remote(WayChoice choice) {
    return new RemoteUpstart(
        "ssh to web1", Place.ELSEWHERE, choice, HostFiles.over("web1", CommandRunner.local()));
  }

  private RemoteUpstart remote(Upstart dbus) {
    return remote(Ways.choice(dbus, initctl, true));
  }

  @Test
  void dbusIsTakenWhereTheHostCanPassItOn() {
    try (RemoteUpstart remote = remote(dbus())) {
      assertThat(remote.transport()).isEqualTo("ssh to web1");
      assertThat(remote.jobs()).isEmpty();

      assertThat(remote.transport()).isEqualTo("fake D-Bus");
      assertThat(remote.way().kind()).isEqualTo(Way.Kind.DBUS);
      assertThat(remote.place()).isEqualTo(Place.ELSEWHERE);
    }
  }

  @Test
  void initctlIsTakenWhereNothingPassesDbusOnAndTheWaySaysWhy() {
    try (RemoteUpstart remote = remote(dbus(NO_BRIDGE))) {
      assertThat(remote.version()).isNotNull();

      assertThat(remote.transport()).isEqualTo("fake initctl");
      assertThat(remote.way().kind()).isEqualTo(Way.Kind.INITCTL);
      assertThat(remote.way()).hasToString("fake initctl: " + NO_BRIDGE.getMessage());
    }
  }

  @Test
  void initctlIsNotTakenIfDbusWasAskedFor() {
    try (RemoteUpstart remote = remote(Ways.choice(dbus(NO_BRIDGE), initctl, false))) {
      assertThatThrownBy(remote::version).isSameAs(NO_BRIDGE);
    }
  }

  @Test
  void aHostThatCannotBeReachedIsTriedAgainByTheNextCall() {
    try (RemoteUpstart remote = remote(dbus(REFUSED))) {
      assertThatThrownBy(remote::version).isSameAs(REFUSED);
      assertThat(remote.version()).isNotNull();
      assertThat(remote.way().kind()).isEqualTo(Way.Kind.DBUS);
    }
  }

  @Test
  void theWayIsChosenOnceHoweverManyCall() {
    try (RemoteUpstart remote = remote(dbus(NO_BRIDGE))) {
      List<Way> ways = new CopyOnWriteArrayList<>();
      List<CompletableFuture<Void>> callers =
          java.util.stream.Stream.generate(
                  () -> CompletableFuture.runAsync(() -> ways.add(remote.way())))
              .limit(20)
              .toList();
      callers.forEach(CompletableFuture::join);

      assertThat(ways).hasSize(20).allMatch(way -> way.kind() == Way.Kind.INITCTL);
      assertThat(questions.get()).isEqualTo(1);
    }
  }

  @Test
  void closingWaitsForNobodyWhoStillLooksForAWay() {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    FakeUpstart hanging =
        new FakeUpstart("D-Bus") {
          @Override
          public Version version() {
            looking.countDown();
            Hosts.hang(never);
            return new Version("1.5");
          }
        };
    RemoteUpstart remote = remote(hanging);
    CompletableFuture<Way> caller = CompletableFuture.supplyAsync(remote::way);
    Hosts.hang(looking);
    remote.close();

    assertThat(hanging.closed).isTrue();
    assertThat(initctl.closed).isTrue();
    never.countDown();
    assertThatThrownBy(caller::join).hasCauseInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  void whoWaitsForTheChoiceOfAnotherCanBeInterrupted() {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (RemoteUpstart remote =
        remote(
            new WayChoice(
                () -> {
                  looking.countDown();
                  Hosts.hang(never);
                  throw REFUSED;
                },
                () -> {}))) {
      CompletableFuture.runAsync(remote::version);
      Hosts.hang(looking);
      Thread.currentThread().interrupt();

      assertThatThrownBy(remote::version).isInstanceOf(UpstartInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
      never.countDown();
    }
  }

  @Test
  void aClosedOneLooksForNoWay() {
    RemoteUpstart remote = remote(dbus());
    remote.close();
    remote.close();

    assertThatThrownBy(remote::version).isInstanceOf(UpstartUnavailableException.class);
    assertThat(questions.get()).isZero();
  }

  @Test
  void anAsynchronousCallLooksForTheWayOnAnotherThread() {
    CountDownLatch looking = new CountDownLatch(1);
    try (RemoteUpstart remote =
        remote(
            new WayChoice(
                () -> {
                  Hosts.hang(looking);
                  throw REFUSED;
                },
                () -> {}))) {
      CompletableFuture<?> emission = remote.emitAsync("deployed");
      assertThat(emission).isNotDone();
      looking.countDown();

      assertThatThrownBy(emission::join).hasCause(REFUSED);
    }
  }

  @Test
  void whatInitctlCannotExplainIsEmpty() {
    try (RemoteUpstart remote = remote(dbus(NO_BRIDGE))) {
      assertThat(remote.explainUnknown("web")).isEmpty();
      assertThat(remote.rejectedJobs()).isEmpty();
      assertThat(remote.messages()).isEmpty();
      assertThat(remote.failures()).isEmpty();
      assertThat(remote.isBooting()).isFalse();
      assertThat(remote.logFolder()).isEmpty();
    }
  }

  @Test
  void aHostWhoseVariablesMakeNoSenseIsRefused() {
    Host host = new Host("web1", List.of(), java.util.Map.of("ansible_port", 99_999));

    assertThatThrownBy(() -> RemoteUpstart.of(host)).isInstanceOf(InvalidHostException.class);
  }

  @Test
  void aHostCanBeMadeWithoutReachingIt() {
    try (RemoteUpstart remote = RemoteUpstart.of(Host.of("root@host.invalid"))) {
      assertThat(remote.transport()).isEqualTo("ssh to root@host.invalid");
    }
  }
}
