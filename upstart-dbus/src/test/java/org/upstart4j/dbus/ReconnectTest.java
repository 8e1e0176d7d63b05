package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.RawPeer;
import org.upstart4j.dbus.internal.wire.Variant;

/** A client whose Upstart goes away and comes back. */
@Timeout(300)
class ReconnectTest {

  private final String address = Served.address();

  @Test
  void subscriptionsComeBackAndTellWhatJobsCameAndWent() {
    FakeUpstart fake = new FakeUpstart();
    fake.add("stays");
    fake.add("goes");
    Heard heard = new Heard();
    UpstartDbusServer first = UpstartDbusServer.of(fake).listen(address);
    try (DbusUpstart client = Served.client(address)) {
      Subscription subscription = client.subscribe(heard);
      first.close();
      assertThat(heard.next()).isEqualTo("lost");

      fake.remove("goes");
      fake.add("comes");
      try (UpstartDbusServer second = UpstartDbusServer.of(fake).listen(address)) {
        assertThat(heard.next()).isEqualTo("regained +[comes] -[goes]");
        fake.add("later");
        assertThat(heard.next()).isEqualTo("+later");
        subscription.close();
      }
    }
  }

  @Test
  void callsThatWaitFailAtOnceAndLaterOnesReconnect() {
    FakeUpstart fake = new FakeUpstart();
    fake.hold("held");
    UpstartDbusServer first = UpstartDbusServer.of(fake).listen(address);
    try (DbusUpstart client = Served.client(address)) {
      CompletableFuture<Void> waiting = client.emitAsync(Event.of("held")).toCompletableFuture();
      client.version();
      first.close();
      assertThatThrownBy(waiting::join).hasCauseInstanceOf(UpstartUnavailableException.class);
      assertThatThrownBy(client::version).isInstanceOf(UpstartUnavailableException.class);

      try (UpstartDbusServer second = UpstartDbusServer.of(fake).listen(address)) {
        assertThat(client.version().numbers()).startsWith(1);
      }
    }
  }

  @Test
  void aSubscriptionThatNobodyCanServeFails() {
    try (DbusUpstart client = Served.client(address)) {
      assertThatThrownBy(() -> client.subscribe(new Heard()))
          .isInstanceOf(UpstartUnavailableException.class);
      FakeUpstart fake = new FakeUpstart();
      try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen(address)) {
        Heard heard = new Heard();
        client.subscribe(heard);
        fake.add("web");
        assertThat(heard.next()).isEqualTo("+web");
      }
    }
  }

  @Test
  void aNewSubscriberHearsWhatOthersHeardBefore() {
    FakeUpstart fake = new FakeUpstart();
    Heard early = new Heard();
    Heard late = new Heard();
    try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen(address);
        DbusUpstart client = Served.client(address)) {
      client.subscribe(early);
      client.subscribe(late).close();
      client.subscribe(late);
      fake.add("web");
      client.job("web").start(Environment.EMPTY);

      assertThat(early.next(2)).isEqualTo(late.next(2)).startsWith("+web");
    }
  }

  @Test
  void anUpstartThatGreetsAndThenSaysNothingIsTriedLessAndLessOften() throws Exception {
    int failures = 6;
    Heard heard = new Heard();
    try (RawPeer peer = new RawPeer(address);
        DbusUpstart client = Served.client(address)) {
      peer.thenAnswer(3, ReconnectTest::answer);
      for (int i = 0; i < failures; i++) {
        peer.thenAnswer(call -> new byte[0]);
      }
      peer.thenAnswerAll(ReconnectTest::answer);
      client.subscribe(heard);
      assertThat(heard.next()).isEqualTo("lost");
      long lost = System.nanoTime();
      assertThat(heard.next()).startsWith("regained");

      // 50 + 100 + 200 + 400 + 800 + 1600 ms
      assertThat(Duration.ofNanos(System.nanoTime() - lost)).isGreaterThan(Duration.ofSeconds(3));
    }
  }

  private static byte[] answer(Incoming call) {
    return switch (call.member()) {
      case "GetAllJobs" -> RawPeer.reply(call, "ao", List.of());
      case "Introspect" -> RawPeer.reply(call, "s", "");
      default -> RawPeer.reply(call, "v", new Variant("s", "init (upstart 1.13.2)"));
    };
  }
}
