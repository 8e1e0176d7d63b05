package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.spi.UpstartProvider;
import org.upstart4j.spi.UpstartProvider.Way;

/** Automatic choice picks the best Upstart that answers, and never one that nobody asked for. */
class AutomaticChoiceTest {

  private static final int BEFORE_ALL = 1000;
  private static final int AFTER_ALL = 0;

  private static String nowhere() {
    return "unix:abstract=/org/upstart4j/it/" + UUID.randomUUID();
  }

  private static void assumeNoUpstart() {
    try (Upstart some = UpstartProvider.connect()) {
      assumeTrue(false, "skipped: an Upstart runs here, " + some.transport());
    } catch (UpstartUnavailableException none) {
      // as it should be
    }
  }

  @Test
  void withoutAnUpstartEveryWayIsNamedWithItsReason() {
    assumeNoUpstart();

    assertThatExceptionOfType(UpstartUnavailableException.class)
        .isThrownBy(UpstartProvider::connect)
        .withMessageContainingAll("D-Bus private socket: ", "D-Bus system bus: ", "initctl: ")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSizeGreaterThanOrEqualTo(3));
  }

  @Test
  void theEngineIsTakenOnlyIfItIsAskedFor() {
    assumeNoUpstart();

    try (Upstart upstart =
        UpstartProvider.connect(
            () -> List.of(new Way("engine", AFTER_ALL, EmbeddedUpstart.builder()::build)))) {
      assertThat(upstart.transport()).isEqualTo("embedded");
    }
  }

  @Test
  void theFirstThatAnswersIsTaken() {
    UpstartProvider two =
        () ->
            List.of(
                new Way("engine", BEFORE_ALL, EmbeddedUpstart.builder()::build),
                new Way("nowhere", BEFORE_ALL + 1, () -> DbusUpstart.at(nowhere())));

    try (Upstart upstart = UpstartProvider.connect(two)) {
      assertThat(upstart.transport()).isEqualTo("embedded");
    }
  }
}
