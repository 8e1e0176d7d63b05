package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobProcessTest {

  @ParameterizedTest
  @EnumSource
  void aKnownProcessIsItsType(ProcessType type) {
    JobProcess process = new JobProcess(type, 4711);

    assertThat(process).isEqualTo(new JobProcess(type.text(), 4711));
    assertThat(process.type()).contains(type);
    assertThat(process).hasToString(type.text() + " process 4711");
  }

  @Test
  void anUnknownProcessIsKeptAsItsText() {
    JobProcess process = new JobProcess("tmpfiles", 12);

    assertThat(process.type()).isEmpty();
    assertThat(process.name()).isEqualTo("tmpfiles");
    assertThat(process).hasToString("tmpfiles process 12");
  }
}
