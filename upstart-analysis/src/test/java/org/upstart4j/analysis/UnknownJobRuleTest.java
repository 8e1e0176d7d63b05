package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class UnknownJobRuleTest {

  private static List<Finding> onTrusty(String text) {
    return Folders.check(Rule.UNKNOWN_JOB, Platform.UBUNTU_14_04, text);
  }

  @Test
  void aJobThatNobodyProvidesIsFoundWhereItStands() {
    assertThat(onTrusty("start on started network-services\n"))
        .singleElement()
        .hasToString(
            "shop.conf:1:18: warning: Neither these job files nor Ubuntu 14.04 have a job"
                + " \"network-services\" [unknown-job]");
    assertThat(onTrusty("start on filesystem\nstop on stopping JOB=nonsense\n"))
        .singleElement()
        .asString()
        .startsWith("shop.conf:2:18: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "started dbus",
        "starting",
        "started JOB=dbus",
        "started tty*",
        "started tty[1-6]",
        "stopped $WAIT_FOR",
        "stopped JOB!=nonsense",
        "filesystem nonsense",
      })
  void jobsOfThePlatformAndPatternsThatMatchSomeAreFine(String condition) {
    assertThat(onTrusty("start on " + condition + "\n")).isEmpty();
  }

  @Test
  void aPatternThatMatchesNoJobIsFound() {
    assertThat(onTrusty("start on started nonsense*\n")).hasSize(1);
  }

  @Test
  void aNeighbourOneLetterOffIsProposed() {
    List<Finding> findings =
        Check.of(Platform.UBUNTU_14_04)
            .only(Rule.UNKNOWN_JOB)
            .check(
                Folders.of(
                    "database.conf", "exec /usr/sbin/dbd\n",
                    "shop.conf", "start on started databse\n"));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).reason()).endsWith("Did you mean \"database\"?");
    assertThat(findings.get(0).fix())
        .hasValueSatisfying(fix -> assertThat(fix.title()).isEqualTo("Write \"database\""));
  }

  @Test
  void aJobIsNotProposedToItself() {
    assertThat(onTrusty("start on started shopp\n").get(0).reason()).doesNotContain("shop\"");
  }

  @Test
  void anEventIsNoJob() {
    Finding finding = onTrusty("start on started filesystem\n").get(0);

    assertThat(finding.reason()).contains("\"filesystem\" is an event");
    assertThat(finding.fix())
        .hasValueSatisfying(
            fix -> assertThat(fix.edits().get(0).replacement()).isEqualTo("filesystem"));
  }

  @Test
  void aScriptOfSysvInitIsNoJobOnUbuntu() {
    assertThat(onTrusty("start on started apache2\n").get(0).reason())
        .contains("\"apache2\" is a script of SysV init, which emits no event.");
  }

  @Test
  void redHatsRcAnnouncesItsScripts() {
    Check check = Check.of(Platform.RHEL_6).only(Rule.UNKNOWN_JOB);

    assertThat(check.check(Folders.of("a.conf", "start on started sshd\n"))).isEmpty();
    assertThat(check.check(Folders.of("a.conf", "start on started ours\n"))).hasSize(1);
    assertThat(
            check
                .withSysvScripts(Set.of("ours"))
                .check(Folders.of("a.conf", "start on started ours\n")))
        .isEmpty();
  }

  @Test
  void aJobOfAnotherPlatformIsExplained() {
    Finding finding =
        Folders.check(Rule.UNKNOWN_JOB, Platform.RHEL_6, "start on started networking\n").get(0);

    assertThat(finding.reason())
        .contains("Ubuntu 14.04 has it.")
        .contains("Write \"stopped rc RUNLEVEL=[2345]\" here.");
  }

  @Test
  void whatAScriptAnnouncesAsAJobIsKnown() {
    assertThat(
            Folders.findings(
                Rule.UNKNOWN_JOB,
                Platform.UBUNTU_14_04,
                "a.conf",
                "start on started portmapper\n",
                "b.conf",
                "exec initctl emit started JOB=portmapper ON_BOOT=y\n"))
        .isEmpty();
  }

  @Test
  void aFolderBelowTheSystemsOwnIsKnownByItsLastPart() {
    assertThat(
            Folders.findings(
                Rule.UNKNOWN_JOB,
                Platform.UBUNTU_14_04,
                "init.conf",
                "task\n",
                "relay.conf",
                "start on started carbon/init\n"))
        .isEmpty();
  }
}
