package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.Event;
import org.upstart4j.UpstartInterruptedException;

/** Interrupts end waiting, and nothing else: a channel that is used meanwhile would close. */
@Timeout(300)
class InterruptedCallerTest {

  /** More than the time that the thread that reads waits for by itself. */
  private static final int CALLS = 50;

  private final Served served = new Served();

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void theConnectionOfAnInterruptedCallerGoesOn() {
    Heard heard = new Heard();
    served.client.subscribe(heard);

    for (int i = 0; i < CALLS; i++) {
      callInterrupted();
    }

    served.fake.add("job");
    assertThat(heard.next()).isEqualTo("+job");
    assertThat(served.client.version().numbers()).startsWith(1);
  }

  @Test
  void nobodyElseNoticesAnInterruptedCaller() {
    served.fake.hold("held");
    var waiting = served.client.emitAsync(Event.of("held"));
    callInterrupted();

    try (DbusUpstart another = Served.client(served.address)) {
      assertThat(another.version().numbers()).startsWith(1);
      assertThat(waiting).isNotDone();
    }
  }

  /** An answer may be there before the caller begins to wait. */
  private void callInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThat(served.client.version().numbers()).startsWith(1);
    } catch (UpstartInterruptedException interrupted) {
      assertThat(interrupted).hasMessageContaining("waiting");
    }
    assertThat(Thread.interrupted()).isTrue();
  }
}
