package org.upstart4j.analysis.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.version.UpstartVersion;

class PlatformTest {

  static List<Platform> all() {
    return Platform.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachIsReadWhole(Platform platform) {
    Provided provided = platform.provides();

    assertThat(platform.title()).isNotBlank();
    assertThat(UpstartVersion.find(platform.version().text())).contains(platform.version());
    assertThat(platform.shell()).isNotNull();
    assertThat(provided.events()).hasSizeGreaterThan(8);
    assertThat(provided.jobs()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatEachSaysHasASource(Platform platform) {
    Provided provided = platform.provides();
    Stream<String> sources =
        Stream.of(
                provided.events().stream().map(ProvidedEvent::source),
                provided.events().stream().map(ProvidedEvent::by),
                provided.jobs().stream().map(ProvidedJob::source),
                provided.sysvScripts().stream().map(SysvScript::source))
            .flatMap(texts -> texts);

    assertThat(sources).allSatisfy(source -> assertThat(source).isNotBlank().doesNotContain("://"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theEventsOfInitComeEverywhere(Platform platform) {
    assertThat(platform.provides().events())
        .extracting(ProvidedEvent::name)
        .contains("startup", "starting", "started", "stopping", "stopped", "runlevel")
        .contains("control-alt-delete", "keyboard-request", "power-status-changed");
  }

  @ParameterizedTest
  @MethodSource("all")
  void noNameIsBothAJobAndAScript(Platform platform) {
    Provided provided = platform.provides();

    assertThat(provided.sysvScripts())
        .extracting(SysvScript::name)
        .allSatisfy(name -> assertThat(provided.job(name)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachIsFoundByItsNameInAnyCase(Platform platform) {
    assertThat(Platform.find(platform.name())).containsSame(platform);
    assertThat(Platform.find(platform.name().toUpperCase(Locale.ROOT))).containsSame(platform);
  }

  @ParameterizedTest
  @CsvSource({
    "trusty, ubuntu-14.04",
    "Ubuntu-Xenial, ubuntu-16.04",
    "centos-6, rhel-6",
    "centos-6.0, rhel-6.0",
    "rhel-6.1, rhel-6.0",
    "centos-6.1, rhel-6.0",
    "rhel-6.2, rhel-6.0",
    "rhel-6.5, rhel-6",
    "centos-6.10, rhel-6",
    "jessie, debian-8",
    "cros, chromeos"
  })
  void otherNamesAreKnown(String name, String platform) {
    assertThat(Platform.find(name)).map(Platform::name).contains(platform);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ubuntu", "init", "boot", "_aliases", "../trusty", "ubuntu-14.4"})
  void whatIsNoPlatformIsNotFound(String name) {
    assertThat(Platform.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu-9.10, 0.6.3, DASH",
    "ubuntu-11.04, 0.9.7, DASH",
    "ubuntu-12.10, 1.5, DASH",
    "ubuntu-16.04, 1.13.2, DASH",
    "rhel-6.0, 0.6.5, BASH",
    "rhel-6, 0.6.5-el6, BASH",
    "amazon-1, 0.6.5-el6, BASH",
    "debian-8, 1.11, DASH",
    "ubports, 1.13.2, DASH",
    "chromeos, chromeos-1.13, DASH"
  })
  void eachHasItsVersionAndShell(String name, String version, Shell shell) {
    Platform platform = Platform.find(name).orElseThrow();

    assertThat(platform.version()).hasToString(version);
    assertThat(platform.shell()).isEqualTo(shell);
  }

  @Test
  void thoseOfUbuntuStandInTheOrderOfTheirVersions() {
    assertThat(Platform.all())
        .filteredOn(platform -> platform.name().startsWith("ubuntu"))
        .hasSize(14)
        .isSortedAccordingTo((one, other) -> one.version().compareTo(other.version()));
  }
}
