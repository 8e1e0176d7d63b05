package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Upstart;

class DbusUpstartModuleTest {

  static Stream<Arguments> modules() {
    return Stream.of(
        Arguments.of(DbusUpstartModule.systemBus(), "D-Bus system bus"),
        Arguments.of(DbusUpstartModule.sessionBus(), "D-Bus session bus"),
        Arguments.of(DbusUpstartModule.privateSocket(), "D-Bus private socket"),
        Arguments.of(DbusUpstartModule.userSession(), "D-Bus user session"),
        Arguments.of(DbusUpstartModule.at("unix:path=/x"), "D-Bus unix:path=/x"),
        Arguments.of(
            DbusUpstartModule.of(DbusUpstart.builder().bus("unix:path=/y")), "D-Bus unix:path=/y"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void eachBindsItsTransportAndConnectsToNothingYet(DbusUpstartModule module, String transport) {
    Injector injector = Guice.createInjector(module);
    try (Upstart upstart = injector.getInstance(Upstart.class)) {
      assertThat(upstart.transport()).isEqualTo(transport);
      assertThat(injector.getInstance(Upstart.class)).isSameAs(upstart);
    }
  }

  @Test
  void anApplicationRunsOnWhatIsBound() {
    try (Served served = new Served()) {
      served.fake.add("web");
      Injector injector = Guice.createInjector(DbusUpstartModule.at(served.address));
      try (Upstart upstart = injector.getInstance(Upstart.class)) {
        assertThat(injector.getInstance(Application.class).run()).isEqualTo("web start/running");
        assertThat(upstart.job("web").status().isRunning()).isTrue();
      }
    }
  }

  @Test
  void anIllegalAddressOrTimeoutIsRefusedAtOnce() {
    assertThatThrownBy(() -> DbusUpstartModule.at("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DbusUpstart.builder().bus(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DbusUpstart.builder().timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Knows the port only. */
  static final class Application {

    private final Upstart upstart;

    @Inject
    Application(Upstart upstart) {
      this.upstart = upstart;
    }

    String run() {
      var status = upstart.job("web").start().status();
      return status.job() + " " + status.goal() + "/" + status.state();
    }
  }
}
