package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.RawPeer;

/** Neither side logs the values of variables above TRACE, whatever happens. */
@Timeout(300)
@Isolated("it reads what the JVM logs")
class SecretTest {

  private static final String SECRET = "hunter2";
  private static final Environment PASSWORD = Environment.of("PASSWORD", SECRET);

  @Test
  void successesAndFailuresAreLoggedWithoutValues() {
    RecordedLogs.start();
    try (Served served = new Served()) {
      Heard heard = new Heard();
      served.client.subscribe(heard);
      served.fake.add("web").per("PASSWORD");
      served.fake.add("broken").failing();
      served.client.job("web").start(PASSWORD);
      served.client.environment().set(PASSWORD);
      served.client.emit(new Event("hello", PASSWORD));
      assertThatThrownBy(() -> served.client.job("web").start(PASSWORD))
          .isInstanceOf(UpstartException.class);
      assertThatThrownBy(() -> served.client.job("broken").start(PASSWORD))
          .isInstanceOf(UpstartException.class);
      served.server.close();
      heard.until("lost");
    }
    assertThat(RecordedLogs.stop()).contains("has ended").doesNotContain(SECRET);
  }

  @Test
  void anUpstartThatFailsInAnUnexpectedWayIsLoggedWithoutWhatItSays() {
    RecordedLogs.start();
    try (Served served = new Served()) {
      assertThatThrownBy(() -> served.client.emit(new Event("break", PASSWORD)))
          .isInstanceOf(UpstartException.class);
    }
    assertThat(RecordedLogs.stop())
        .contains("has failed: java.lang.IllegalStateException")
        .doesNotContain(SECRET);
  }

  @Test
  void aCallThatIsNotAnsweredIsNamedWithoutValues() throws Exception {
    RecordedLogs.start();
    String address = Served.address();
    try (RawPeer peer = new RawPeer(address).thenBeSilent();
        DbusUpstart client = Served.client(address)) {
      assertThatThrownBy(
              () -> client.emit(new Event("x", PASSWORD), Wait.atMost(Duration.ofMillis(500))))
          .isInstanceOf(UpstartTimeoutException.class)
          .hasMessageNotContaining(SECRET);
    }
    assertThat(RecordedLogs.stop()).doesNotContain(SECRET);
  }
}
