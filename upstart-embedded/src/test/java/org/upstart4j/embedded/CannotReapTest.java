package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Where this program cannot reap. */
@DisabledIf(value = "org.upstart4j.embedded.HostProcesses#canReap", disabledReason = "it can")
class CannotReapTest {

  @Test
  void itSaysWhyAndWhatToDo() {
    HostProcesses processes = new HostProcesses();

    assertThatThrownBy(processes::reaping)
        .isInstanceOf(CannotReapException.class)
        .hasMessageContaining("Java 22 or newer")
        .hasMessageContaining("tini");
  }
}
