package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest {

  @Test
  void noWaitDoesNotWait() {
    assertThat(Wait.NO_WAIT.waits()).isFalse();
    assertThat(Wait.NO_WAIT.limit()).isEmpty();
    assertThat(Wait.NO_WAIT).hasToString("no wait");
  }

  @Test
  void foreverHasNoLimit() {
    assertThat(Wait.FOREVER.waits()).isTrue();
    assertThat(Wait.FOREVER.limit()).isEmpty();
    assertThat(Wait.FOREVER).hasToString("forever");
  }

  @Test
  void atMostWaitsWithALimitEvenIfThatIsNothing() {
    assertThat(Wait.atMost(Duration.ofSeconds(3)).waits()).isTrue();
    assertThat(Wait.atMost(Duration.ofSeconds(3)).limit()).contains(Duration.ofSeconds(3));
    assertThat(Wait.atMost(Duration.ofSeconds(3))).hasToString("at most PT3S");
    assertThat(Wait.atMost(Duration.ZERO).waits()).isTrue();
  }

  @Test
  void aNegativeLimitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wait.atMost(Duration.ofNanos(-1)))
        .withMessage("A wait must not be negative: PT-0.000000001S");
  }
}
