package org.upstart4j.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Event;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;

/** Which events a container boots with. */
class BootEventsTest {

  private static List<Event> events(String platform, String... interfaces) {
    return new BootEvents(Target.find(platform).orElseThrow(), "lxc", List.of(interfaces))
        .without(Set.of(), List.of());
  }

  private static List<Event> named(List<Event> events, String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void everyPlatformBeginsWithStartupAndHasNoDevices(String platform) {
    List<Event> events = events(platform, "eth0");

    assertThat(events.get(0)).isEqualTo(Event.of("startup"));
    assertThat(named(events, "startup")).hasSize(1);
    assertThat(events).noneMatch(event -> event.name().endsWith("-device-added"));
    assertThat(events).noneMatch(event -> event.toString().contains("/dev/sda"));
  }

  static List<String> platforms() {
    return Platform.all().stream().map(Platform::name).toList();
  }

  @Test
  void anUbuntuHasItsFileSystemsItsNetworkAndItsRunlevel() {
    assertThat(events("ubuntu-14.04", "eth0"))
        .extracting(Event::name)
        .containsSubsequence(
            "startup",
            "virtual-filesystems",
            "local-filesystems",
            "remote-filesystems",
            "filesystem",
            "static-network-up",
            "runlevel");
    assertThat(events("ubuntu-14.04"))
        .contains(
            Event.of("runlevel").with("RUNLEVEL", 2).with("PREVLEVEL", "N"),
            Event.of("container").with("CONTAINER", "lxc"))
        .noneMatch(event -> event.name().equals("not-container"));
  }

  @Test
  void theNetworkInterfacesAreThoseThatThereAre() {
    assertThat(named(events("ubuntu-14.04", "ens3", "wlan0"), "net-device-up"))
        .extracting(event -> event.variables().get("IFACE").orElse(""))
        .containsExactlyInAnyOrder("lo", "ens3", "wlan0");
    assertThat(named(events("ubuntu-14.04"), "net-device-up"))
        .extracting(event -> event.variables().get("IFACE").orElse(""))
        .containsExactly("lo");
  }

  @Test
  void stockJobsThatSetUpTheMachineHaveDoneSoAndStockDaemonsAreNotThere() {
    assertThat(named(events("ubuntu-14.04"), "stopped"))
        .anyMatch(event -> event.toString().contains("JOB=rc ") && event.toString().contains("=2"));
    assertThat(named(events("ubuntu-14.04"), "started"))
        .anyMatch(event -> event.toString().contains("JOB=networking "))
        .noneMatch(event -> event.toString().matches(".*JOB=(dbus|rsyslog|udev|cron|ssh|tty1) .*"));
    assertThat(named(events("rhel-6"), "started"))
        .anyMatch(event -> event.toString().contains("JOB=network"))
        .noneMatch(event -> event.toString().matches(".*JOB=(rsyslog|sshd|crond|tty)\\b.*"));
  }

  @Test
  void whatIsAJobsOwnIsLeftToIt() {
    List<Event> events =
        new BootEvents(Target.find("ubuntu-14.04").orElseThrow(), "lxc", List.of())
            .without(Set.of("rc"), List.of("file*"));

    assertThat(events).noneMatch(event -> event.toString().contains("JOB=rc "));
    assertThat(events).noneMatch(event -> event.name().equals("filesystem"));
    assertThat(events).anyMatch(event -> event.name().equals("local-filesystems"));
  }

  @Test
  void aPlainVersionEntersARunlevel() {
    assertThat(events("1.5"))
        .containsExactly(
            Event.of("startup"), Event.of("runlevel").with("RUNLEVEL", 2).with("PREVLEVEL", "N"));
  }
}
