package org.upstart4j.fleet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PausesTest {

  private final AtomicLong clock = new AtomicLong();
  private final Pauses pauses = new Pauses(clock::get, () -> 0.5);

  @Test
  void eachPauseIsTwiceAsLongUpToALimit() {
    assertThat(pauses.failed()).isEqualTo(Duration.ofMillis(200));
    assertThat(pauses.failed()).isEqualTo(Duration.ofMillis(400));
    assertThat(pauses.failed()).isEqualTo(Duration.ofMillis(800));
    for (int i = 0; i < 100; i++) {
      assertThat(pauses.failed()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }
    assertThat(pauses.failed()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void onlyASuccessThatLastsMakesThemShortAgain() {
    pauses.failed();
    pauses.failed();
    pauses.worked();
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(pauses.failed()).isEqualTo(Duration.ofMillis(800));
    pauses.worked();
    clock.addAndGet(Duration.ofSeconds(31).toNanos());
    assertThat(pauses.failed()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void noTwoHostsPauseForTheSameTime() {
    Pauses one = new Pauses(clock::get, () -> 0);
    Pauses other = new Pauses(clock::get, () -> 1);

    assertThat(one.failed()).isEqualTo(Duration.ofMillis(150));
    assertThat(other.failed()).isEqualTo(Duration.ofMillis(250));
  }
}
