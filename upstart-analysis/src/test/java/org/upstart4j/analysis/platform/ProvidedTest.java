package org.upstart4j.analysis.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidedTest {

  private static Provided of(String platform) {
    return Platform.find(platform).orElseThrow().provides();
  }

  @Test
  void anEventSaysWhatItCarriesHowOftenAndFromWhom() {
    ProvidedEvent event = of("ubuntu-14.04").event("net-device-up").orElseThrow();

    assertThat(event.variables()).containsExactly("IFACE", "LOGICAL", "ADDRFAM", "METHOD");
    assertThat(event.hasMoreVariables()).isFalse();
    assertThat(event.times()).isEqualTo(Times.PER_INTERFACE);
    assertThat(event.instanceVariables()).contains("IFACE");
    assertThat(event.by()).isEqualTo("ifupdown");
    assertThat(event.mayCarry("METHOD")).isTrue();
    assertThat(event.mayCarry("INTERFACE")).isFalse();
  }

  @Test
  void anEventIsFoundByThePatternThatFitsBest() {
    Provided provided = of("ubuntu-14.04");

    assertThat(provided.event("net-device-added").orElseThrow().times())
        .isEqualTo(Times.PER_INTERFACE);
    assertThat(provided.event("block-device-added").orElseThrow())
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("*-device-added");
              assertThat(event.isPattern()).isTrue();
              assertThat(event.mayCarry("ID_FS_TYPE")).isTrue();
            });
    assertThat(provided.event(":sys:started").orElseThrow().name()).isEqualTo(":sys:*");
    assertThat(provided.event("device-added")).isEmpty();
    assertThat(provided.event("net-device-add")).isEmpty();
  }

  @Test
  void aJobSaysItsInstanceItsExportsAndWhetherItIsATask() {
    Provided provided = of("ubuntu-14.04");

    assertThat(provided.job("rc").orElseThrow().isTask()).isTrue();
    assertThat(provided.job("rc").orElseThrow().exports()).containsExactly("RUNLEVEL", "PREVLEVEL");
    assertThat(provided.job("network-interface").orElseThrow())
        .satisfies(
            job -> {
              assertThat(job.instanceVariable()).contains("INTERFACE");
              assertThat(job.times()).isEqualTo(Times.PER_INTERFACE);
            });
    assertThat(provided.job("tty1").orElseThrow().instanceVariable()).isEmpty();
    assertThat(of("rhel-6").job("rc").orElseThrow().exports()).containsExactly("RUNLEVEL");
  }

  @Test
  void aServiceWithAScriptOnlyIsNoJob() {
    Provided provided = of("ubuntu-14.04");

    assertThat(provided.job("apache2")).isEmpty();
    assertThat(provided.sysvScript("apache2").orElseThrow().source()).contains("/etc/init.d");
    assertThat(provided.sysvScript("no-such")).isEmpty();
    assertThat(provided.announcesScripts()).isFalse();
    assertThat(of("rhel-6").announcesScripts()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "static-network-up, ubuntu-11.04, ubuntu-11.10",
    "failsafe-boot, ubuntu-11.04, ubuntu-11.10",
    "not-container, ubuntu-11.10, ubuntu-12.04",
    "rotate-logs, ubuntu-13.10, ubuntu-14.04",
    "file, ubuntu-12.10, ubuntu-13.04",
    "socket, ubuntu-10.10, ubuntu-11.04"
  })
  void anEventIsThereFromItsReleaseOn(String event, String before, String since) {
    assertThat(of(before).event(event)).isEmpty();
    assertThat(of(since).event(event)).isPresent();
    assertThat(of("ubuntu-16.04").event(event)).isPresent();
  }

  @Test
  void whatAReleaseChangesHoldsFromItOn() {
    assertThat(of("ubuntu-13.10").event("socket").orElseThrow().mayCarry("PATH")).isTrue();
    assertThat(of("ubuntu-14.04").event("socket").orElseThrow().mayCarry("PATH")).isFalse();
    assertThat(of("ubuntu-12.04").job("kmod")).isEmpty();
    assertThat(of("ubuntu-12.10").job("module-init-tools")).isEmpty();
    assertThat(of("ubuntu-9.10").sysvScript("ssh")).isPresent();
    assertThat(of("ubuntu-10.04").sysvScript("ssh")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filesystem",
        "local-filesystems",
        "net-device-up",
        "static-network-up",
        "mounted"
      })
  void redHatHasNoneOfUbuntusEvents(String event) {
    assertThat(of("rhel-6.0").event(event)).isEmpty();
    assertThat(of("rhel-6").event(event)).isEmpty();
  }

  @Test
  void amazonLinuxTellsWhenAnInterfaceIsUp() {
    assertThat(of("amazon-1").event("net-device-up").orElseThrow().mayCarry("IFACE")).isTrue();
    assertThat(of("amazon-1").event("filesystem")).isEmpty();
    assertThat(of("amazon-1").job("elastic-network-interfaces").orElseThrow().isTask()).isTrue();
  }

  @Test
  void anywhereIsTheUnionOfAll() {
    Provided anywhere = Platform.providedAnywhere();

    assertThat(anywhere).isSameAs(Platform.providedAnywhere());
    assertThat(anywhere.event("filesystem").orElseThrow().times()).isEqualTo(Times.ONCE);
    assertThat(anywhere.event("socket").orElseThrow().variables()).contains("PATH", "SOCKET_PATH");
    assertThat(anywhere.job("boot-services")).isPresent();
    assertThat(anywhere.job("init-system-dbus")).isPresent();
    assertThat(anywhere.job("rc").orElseThrow().exports()).contains("RUNLEVEL", "PREVLEVEL");
    assertThat(anywhere.job("ssh")).isPresent();
    assertThat(anywhere.sysvScript("ssh")).isEmpty();
    assertThat(anywhere.sysvScript("postfix")).isPresent();
  }

  @Test
  void whatPlatformsDisagreeOnIsNotClaimedOfAll() {
    Platform one = platform("\"times\": \"once\"", "\"task\": true, \"instance\": \"A\"");
    Platform other = platform("\"times\": \"again\"", "\"instance\": \"B\"");

    Provided union = Union.of(List.of(one.provides(), other.provides()));

    assertThat(union.event("ready").orElseThrow().times()).isEqualTo(Times.AGAIN);
    assertThat(union.job("web").orElseThrow().isTask()).isFalse();
    assertThat(union.job("web").orElseThrow().instanceVariable()).isEqualTo(Optional.empty());
  }

  private static Platform platform(String event, String job) {
    return Platform.read(
        """
        {"name": "x", "version": "1.5", "shell": "dash",
         "events": {"ready": {%s, "by": "us", "source": "us"}},
         "jobs": {"web": {%s, "source": "us"}}}"""
            .formatted(event, job));
  }

  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "a*, a, true",
    "*a*, bab, true",
    "*-device-added, net-device-added, true",
    "*-device-added, net-device-addedx, false",
    "a*b*c, axbxbxc, true",
    "a*b*c, axcxb, false",
    "'', a, false"
  })
  void aStarStandsForAnyText(String pattern, String text, boolean fits) {
    assertThat(Pattern.fits(pattern, text)).isEqualTo(fits);
  }

  @Test
  void manyStarsTakeNoLongTime() {
    assertThat(Pattern.fits("a*".repeat(2_000) + "b", "a".repeat(20_000))).isFalse();
  }
}
