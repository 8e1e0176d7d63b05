package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private long now;
  private final Backoff backoff = new Backoff(() -> now);

  private List<Long> failures(int count) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      millis.add(backoff.failed().toMillis());
    }
    return millis;
  }

  @Test
  void eachPauseIsLongerThanTheOneBeforeUpToALimit() {
    assertThat(failures(10))
        .containsExactly(50L, 100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
  }

  @Test
  void aShortSuccessDoesNotResetThePauses() {
    failures(3);
    backoff.worked();
    now += Duration.ofSeconds(1).toNanos();

    assertThat(failures(1)).containsExactly(400L);
  }

  @Test
  void aLongSuccessResetsThePauses() {
    failures(5);
    backoff.worked();
    now += Duration.ofSeconds(4).toNanos();
    backoff.worked();
    now += Duration.ofSeconds(2).toNanos();

    assertThat(failures(2)).containsExactly(50L, 100L);
  }
}
