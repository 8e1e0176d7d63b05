package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.ProcessType;

class ProcessOrderTest {

  @Test
  void everyTypeOfProcessIsListedOnceAndTheMainOneFirst() {
    assertThat(ProcessOrder.LISTED)
        .startsWith(ProcessType.MAIN)
        .containsExactlyInAnyOrder(ProcessType.values());
  }
}
