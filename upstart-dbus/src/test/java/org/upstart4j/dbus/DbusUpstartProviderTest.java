package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.spi.UpstartProvider.Way;

class DbusUpstartProviderTest {

  @Test
  void theSocketIsPreferredToTheBus() {
    assertThat(DbusUpstartProvider.ways(null))
        .extracting(Way::name)
        .containsExactly("D-Bus private socket", "D-Bus system bus");
    assertThat(DbusUpstartProvider.ways("")).hasSize(2);
  }

  @Test
  void theSessionThatIsNamedIsPreferredToBoth() {
    assertThat(DbusUpstartProvider.ways("unix:path=/x"))
        .isSortedAccordingTo((one, two) -> two.priority() - one.priority())
        .extracting(Way::name)
        .startsWith("D-Bus user session");
  }

  @Test
  void nothingIsConnectedBeforeItIsUsed() {
    for (Way way : new DbusUpstartProvider().ways()) {
      try (var upstart = way.open().get()) {
        assertThat(upstart.transport()).isEqualTo(way.name());
      }
    }
  }
}
