package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;

class FoldersTest {

  @Test
  void anOverrideThatASettingCanFollowIsADropIn() {
    Converted jobs =
        Converted.folder(
            Map.of(
                "web.conf", "env A=1\nexec /bin/web\n",
                "web.override", "env A=2\nnice 5\n"));

    assertThat(jobs.text("web.service")).contains("A=1").doesNotContain("Nice");
    assertThat(jobs.text("web.service.d/50-upstart.conf"))
        .contains("Environment=\n")
        .contains("Environment=A=2\n")
        .contains("Nice=5\n");
    assertThat(jobs.finding("env A=1").code()).isEqualTo(ConversionCode.OVERRIDDEN);
    assertThat(jobs.finding("nice 5").file()).isEqualTo("web.override");
  }

  @Test
  void anOverrideThatOnlySaysManualEnablesNothing() {
    Converted jobs =
        Converted.folder(
            Map.of(
                "web.conf", "start on runlevel [2345]\nexec /bin/web\n",
                "web.override", "manual\n"));

    assertThat(jobs.conversion().files()).containsOnlyKeys("web.service");
    assertThat(jobs.conversion().enabled()).isEmpty();
    assertThat(jobs.text("web.service")).doesNotContain("[Install]");
  }

  @Test
  void aJobThatUpstartRejectsBecomesNoUnitAndSaysWhere() {
    Converted jobs =
        Converted.folder(Map.of("web.conf", "author me\nexec /bin/web\nkill timeout x\ntask\n"));

    assertThat(jobs.conversion().files()).isEmpty();
    assertThat(jobs.said())
        .containsExactly(
            "dead not-read: author me",
            "dead not-read: exec /bin/web",
            "lost rejected: kill timeout x",
            "dead not-read: task");
  }

  @Test
  void twoJobsThatWouldBecomeOneUnitAreAProblem() {
    Converted jobs =
        Converted.folder(Map.of("a-b.conf", "exec /bin/one\n", "a/b.conf", "exec /bin/two\n"));

    assertThat(jobs.conversion().units()).hasSize(1);
    assertThat(jobs.said()).anyMatch(line -> line.startsWith("lost name-collision"));
  }

  @Test
  void aJobInASubfolderHasADashForTheSlash() {
    assertThat(Converted.folder(Map.of("net/web.conf", "exec /bin/a\n")).conversion().units())
        .containsEntry("net/web", "net-web.service");
  }

  @Test
  void theTopOfAUnitSaysWhereItComesFromAndHowItIsMadeAgain() {
    SystemdConversion conversion =
        SystemdConversion.to(new SystemdVersion(247)).withLogs(Logs.FILES);
    Converted job = Converted.web(conversion, "respawn", "exec /bin/web");

    assertThat(job.text("web.service"))
        .startsWith("# Made by upstart4j from Upstart's web.conf for systemd 247\n")
        .contains("# 2 of 2 stanzas exact\n")
        .contains("# Made again by: upstart convert web.conf --systemd 247 --logs files\n");
  }

  @Test
  void anOverrideWithoutAConfIsDead() {
    Converted jobs = Converted.folder(Map.of("web.override", "manual\n"));

    assertThat(jobs.said()).containsExactly("dead not-read: manual");
  }

  @Test
  void aUnitThatSomebodyElseBringsIsLeftToPeople() {
    assertThat(Converted.folder(Map.of("dbus.conf", "exec /bin/dbus\n")).implied())
        .contains("by-hand name-owned");
    SystemdConversion conversion =
        SystemdConversion.to(SystemdVersion.DEFAULT).withOwnedUnits(Set.of("web.service"));
    assertThat(Converted.web(conversion, "exec /bin/web").implied()).contains("by-hand name-owned");
    assertThat(Converted.web("exec /bin/web").implied()).doesNotContain("by-hand name-owned");
  }
}
