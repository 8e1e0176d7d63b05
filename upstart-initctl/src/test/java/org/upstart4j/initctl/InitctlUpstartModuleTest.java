package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Upstart;

class InitctlUpstartModuleTest {

  static Stream<Arguments> modules() {
    return Stream.of(
        Arguments.of(InitctlUpstartModule.local(), "initctl"),
        Arguments.of(InitctlUpstartModule.ssh("root@host", "-p", "22"), "initctl on root@host"),
        Arguments.of(
            InitctlUpstartModule.of(InitctlUpstart.builder().program("/x/initctl").systemBus()),
            "/x/initctl on the system bus"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void eachBindsItsTransportAndRunsNothingYet(InitctlUpstartModule module, String transport) {
    Injector injector = Guice.createInjector(module);
    try (Upstart upstart = injector.getInstance(Upstart.class)) {
      assertThat(upstart.transport()).isEqualTo(transport);
      assertThat(injector.getInstance(Upstart.class)).isSameAs(upstart);
    }
  }
}
