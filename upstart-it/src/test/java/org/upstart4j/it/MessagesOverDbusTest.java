package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Event;
import org.upstart4j.Wait;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.spi.LoggedMessage;

/** What a served engine remembers, asked by a client. */
class MessagesOverDbusTest {

  private final ManualClock clock = new ManualClock();
  private final EmbeddedUpstart engine =
      EmbeddedUpstart.builder().clock(clock).processes(new ScriptedProcesses(clock)).build();
  private final String address = "unix:abstract=/org/upstart4j/test/" + UUID.randomUUID();
  private final UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
  private final DbusUpstart client = DbusUpstart.at(address);

  @AfterEach
  void close() {
    client.close();
    server.close();
    engine.close();
  }

  @Test
  void aClientHearsWhatTheEngineHasLogged() {
    engine.emit("first");
    clock.advance(Duration.ofDays(3));
    client.emit(Event.of("second\n日本"));
    clock.advance(Duration.ofNanos(2_500));

    assertThat(client.messages())
        .containsExactly(
            new LoggedMessage(
                Duration.ofDays(3).plus(Duration.ofNanos(2_000)), "Handling first event"),
            new LoggedMessage(Duration.ofNanos(2_000), "Handling second\\x0a日本 event"));
  }

  @Test
  void asManyAsAreKeptComeInOneAnswer() {
    String name = "x".repeat(100);
    for (int i = 0; i < 10_000; i++) {
      engine.emit(Event.of(name + i), Wait.NO_WAIT);
    }
    List<LoggedMessage> messages = client.messages();

    assertThat(messages).isEqualTo(engine.messages());
    assertThat(messages)
        .extracting(LoggedMessage::text)
        .isEqualTo(
            IntStream.range(0, 10_000).mapToObj(i -> "Handling " + name + i + " event").toList());
  }
}
