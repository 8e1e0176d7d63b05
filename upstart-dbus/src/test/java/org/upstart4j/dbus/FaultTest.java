package org.upstart4j.dbus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Event;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.RawPeer;
import org.upstart4j.dbus.internal.wire.Variant;

/** A client whose other end misbehaves. */
@Timeout(300)
class FaultTest {

  private static final Variant VERSION = new Variant("s", "init (upstart 1.13.2)");

  private final String address = Served.address();
  private RawPeer peer;
  private DbusUpstart client;

  @BeforeEach
  void listen() throws Exception {
    peer = new RawPeer(address);
    client = Served.client(address);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    peer.close();
  }

  @Test
  void anEndInTheMiddleOfAnAnswerFailsTheCallAndTheNextOneReconnects() {
    peer.thenAnswer(call -> Arrays.copyOf(RawPeer.reply(call, "v", VERSION), 30))
        .thenAnswer(call -> RawPeer.reply(call, "v", VERSION));

    assertThatThrownBy(client::version)
        .isInstanceOf(UpstartUnavailableException.class)
        .hasMessageContaining("has ended");
    assertThat(client.version()).isEqualTo(new Version("init (upstart 1.13.2)"));
  }

  @Test
  void rubbishEndsTheConnection() {
    peer.thenAnswer(call -> "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII))
        .thenAnswer(call -> RawPeer.reply(call, "v", VERSION));

    assertThatThrownBy(client::version)
        .isInstanceOf(UpstartUnavailableException.class)
        .hasMessageContaining("no D-Bus message");
    assertThat(client.version().numbers()).containsExactly(1, 13, 2);
  }

  @Test
  void aMessageOfRubbishEndsTheConnection() {
    peer.thenAnswer(
        call -> {
          byte[] bytes = RawPeer.reply(call, "v", VERSION);
          Arrays.fill(bytes, 20, bytes.length, (byte) 0x7f);
          return bytes;
        });

    assertThatThrownBy(client::version).isInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  void anAnswerOfOtherTypesIsAnErrorOfItsOwn() {
    peer.thenAnswer(call -> RawPeer.reply(call, "s", "1.13.2"));

    assertThatThrownBy(client::version)
        .isInstanceOf(UnexpectedErrorException.class)
        .hasMessageContaining("was answered with values of the types \"s\"");
  }

  @Test
  void aCallThatIsNeverAnsweredEndsAtItsDeadline() throws Exception {
    peer.thenBeSilent();
    client.emitAsync(Event.of("connects"));
    peer.awaitMessage();

    assertThatThrownBy(() -> client.emit(Event.of("x"), Wait.atMost(Duration.ofMillis(50))))
        .isInstanceOf(UpstartTimeoutException.class)
        .hasMessageContaining("EmitEvent");
  }

  @Test
  void whatUpstartShouldAnswerAtOnceHasADeadlineToo() {
    peer.thenBeSilent();
    try (DbusUpstart hasty =
        DbusUpstart.builder().at(address).timeout(Duration.ofMillis(50)).build()) {
      assertThatThrownBy(hasty::jobs).isInstanceOf(UpstartTimeoutException.class);
    }
  }

  @Test
  void aConnectionThatIsNeverMadeEndsAtTheDeadlineOfTheCall() {
    peer.thenBeDumb();

    assertThatThrownBy(() -> client.emit(Event.of("x"), Wait.atMost(Duration.ofMillis(50))))
        .isInstanceOf(UpstartTimeoutException.class)
        .hasMessageContaining("connection");
  }

  @Test
  void aConnectionThatIsNeverMadeIsGivenUp() {
    peer.thenBeDumb().thenAnswer(call -> RawPeer.reply(call, "v", VERSION));
    try (DbusUpstart hasty =
        DbusUpstart.builder().at(address).timeout(Duration.ofSeconds(3)).build()) {
      assertThatThrownBy(hasty::version).isInstanceOf(UpstartTimeoutException.class);
      assertThat(hasty.version().numbers()).startsWith(1);
    }
  }

  @Test
  void closingEndsCallsThatWait() {
    peer.thenBeSilent();
    CompletionStage<Void> waiting = client.emitAsync(Event.of("x"));
    client.close();

    assertThatThrownBy(() -> waiting.toCompletableFuture().join())
        .hasCauseInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  void closingEndsACallThatStillConnects() {
    peer.thenBeDumb();
    CompletableFuture<Void> waiting = client.emitAsync(Event.of("x")).toCompletableFuture();
    client.close();

    assertThatThrownBy(waiting::join).hasCauseInstanceOf(UpstartUnavailableException.class);
  }

  @Test
  void aMissingServerIsReportedAtOnce() {
    try (DbusUpstart lonely = DbusUpstart.at(Served.address())) {
      assertThatThrownBy(lonely::version)
          .isInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("Connection refused");
    }
  }
}
