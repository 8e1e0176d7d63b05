package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTypeTest {

  @Test
  void processesAreNamedAsInAJobFileAndOrderedAsTheyRun() {
    assertThat(ProcessType.values())
        .extracting(ProcessType::text)
        .containsExactly("security", "pre-start", "main", "post-start", "pre-stop", "post-stop");
    assertThat(ProcessType.PRE_STOP).hasToString("pre-stop");
  }
}
