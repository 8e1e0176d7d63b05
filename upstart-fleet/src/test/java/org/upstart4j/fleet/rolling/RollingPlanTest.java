package org.upstart4j.fleet.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstart4j.fleet.Host;

class RollingPlanTest {

  private static List<Host> hosts(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> Host.of("h" + i)).toList();
  }

  @Test
  void theBatchesHoldAllHostsInTheirOrder() {
    assertThat(RollingPlan.of(Share.of(3)).batches(hosts(1, 7), 7))
        .containsExactly(hosts(1, 3), hosts(4, 6), hosts(7, 7));
  }

  @Test
  void theCanariesComeFirst() {
    assertThat(RollingPlan.of(Share.percent(50)).withCanary(1).batches(hosts(1, 10), 10))
        .containsExactly(hosts(1, 1), hosts(2, 6), hosts(7, 10));
  }

  @Test
  void whatIsResumedNeedsNoSecondCanary() {
    RollingPlan plan = RollingPlan.of(Share.of(5)).withCanary(2);

    assertThat(plan.batches(hosts(3, 10), 10)).containsExactly(hosts(3, 7), hosts(8, 10));
    assertThat(plan.batches(hosts(2, 10), 10).get(0)).isEqualTo(hosts(2, 2));
  }

  @Test
  void moreCanariesThanHostsAreAllOfThem() {
    assertThat(RollingPlan.of(Share.of(5)).withCanary(9).batches(hosts(1, 2), 2))
        .containsExactly(hosts(1, 2));
    assertThat(RollingPlan.of(Share.of(Integer.MAX_VALUE)).batches(hosts(1, 2), 2))
        .containsExactly(hosts(1, 2));
    assertThat(RollingPlan.of(Share.of(5)).batches(List.of(), 0)).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    RollingPlan plan = RollingPlan.of(Share.of(1));

    assertThatThrownBy(() -> plan.withCanary(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan.withPause(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan.withStays(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
