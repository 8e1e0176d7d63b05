package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.version.UpstartVersion;

class UnknownEventRuleTest {

  private static List<Finding> onTrusty(String text) {
    return Folders.check(Rule.UNKNOWN_EVENT, Platform.UBUNTU_14_04, text);
  }

  private static List<String> inFolder(String... files) {
    return Folders.findings(Rule.UNKNOWN_EVENT, Platform.UBUNTU_14_04, files);
  }

  @Test
  void anEventThatNobodyEmitsIsFoundWhereItStands() {
    List<Finding> findings = onTrusty("start on runlevel [2345]\nstop on shutdown\n");

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0))
        .hasToString(
            "shop.conf:2:9: warning: Neither these job files nor Ubuntu 14.04 emit \"shutdown\""
                + " [unknown-event]");
    assertThat(findings.get(0).reason()).contains("Write \"runlevel [016]\" instead.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filesystem",
        "startup",
        "runlevel [2345]",
        "(local-filesystems and net-device-up IFACE!=lo)",
        "started dbus",
        "tty-device-added",
        ":sys:runlevel",
        "manual",
        "never",
        "never-started",
        "$EVENT",
      })
  void whatThePlatformEmitsAndWhatIsOnPurposeIsFine(String condition) {
    assertThat(onTrusty("start on " + condition + "\n")).isEmpty();
  }

  @Test
  void anEventThatAJobSaysItEmitsIsKnown() {
    assertThat(inFolder("a.conf", "start on shop-ready\n", "b.conf", "emits shop-ready\n"))
        .isEmpty();
    assertThat(inFolder("a.conf", "start on shop-ready\n", "b.conf", "emits shop-*\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec initctl emit shop-ready",
        "exec /sbin/initctl --quiet emit --no-wait 'shop-ready' A=b",
        "post-start script\n  if true; then initctl emit \"shop-ready\"; fi\nend script",
        "post-stop script\n  x=$(initctl emit shop-$STATE)\nend script",
        "script\n  initctl \\\n    emit -n shop-ready\nend script",
      })
  void anEventThatAScriptEmitsIsKnown(String stanza) {
    assertThat(inFolder("a.conf", "start on shop-ready\n", "b.conf", stanza + "\n")).isEmpty();
  }

  @Test
  void aScriptThatOnlyTalksAboutAnEventEmitsNothing() {
    assertThat(
            inFolder(
                "a.conf", "start on shop-ready\n", "b.conf", "exec echo initctl-emit shop-ready\n"))
        .hasSize(1);
  }

  @Test
  void aNameOneLetterOffIsProposedAndPutInPlace() {
    Finding finding = onTrusty("start on local-filesystem\n").get(0);

    assertThat(finding.reason()).endsWith("Did you mean \"local-filesystems\"?");
    assertThat(finding.fix())
        .hasValueSatisfying(
            fix -> {
              assertThat(fix.safe()).isFalse();
              assertThat(fix.edits().get(0).replacement()).isEqualTo("local-filesystems");
            });
  }

  @Test
  void aJobIsNoEvent() {
    Finding finding = onTrusty("start on cron\n").get(0);

    assertThat(finding.reason()).endsWith("Write \"started cron\" instead.");
    assertThat(finding.fix()).isPresent();
  }

  @Test
  void runlevelsWithoutTheirEventAreUnderstood() {
    assertThat(onTrusty("stop on [!2345]\n").get(0).reason())
        .endsWith("Write \"runlevel [!2345]\" instead.");
    assertThat(onTrusty("start on runlevel[2345]\n").get(0).reason())
        .endsWith("Write \"runlevel [2345]\" instead.");
  }

  @Test
  void anEventsNameIsNoPattern() {
    assertThat(onTrusty("start on net-device-*\n").get(0).reason())
        .contains("takes a pattern only for the value of a variable");
  }

  @Test
  void anEventOfAnotherPlatformIsExplained() {
    Finding finding =
        Folders.check(Rule.UNKNOWN_EVENT, Platform.RHEL_6, "start on filesystem\n").get(0);

    assertThat(finding.reason())
        .contains("On Ubuntu 14.04 mountall emits it.")
        .contains("Write \"stopped rc RUNLEVEL=[2345]\" here.");
  }

  @Test
  void withoutAPlatformWhatAnyOfThemEmitsIsKnown() {
    Check check = Check.of(UpstartVersion.find("1.5").orElseThrow()).only(Rule.UNKNOWN_EVENT);

    assertThat(check.check(Folders.of("a.conf", "start on filesystem\n"))).isEmpty();
    assertThat(check.check(Folders.of("a.conf", "start on no-such-thing\n"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.stop", "enable-shop", "shop-do-stop", "shopstart"})
  void aHandleThatPeoplePullByHandIsNoSlip(String event) {
    assertThat(onTrusty("start on runlevel [2345] or " + event + "\n")).isEmpty();
  }

  @Test
  void anEventThatManyJobsWaitForIsEmittedSomewhereElse() {
    String job = "start on shop-network-up\nexec /usr/bin/x\n";

    assertThat(inFolder("a.conf", job, "b.conf", job)).hasSize(2);
    assertThat(inFolder("a.conf", job, "b.conf", job, "c.conf", job)).isEmpty();
  }

  @Test
  void theSameSlipInManyJobsIsASlip() {
    String job = "start on filesystm\nexec /usr/bin/x\n";

    assertThat(inFolder("a.conf", job, "b.conf", job, "c.conf", job)).hasSize(3);
  }

  @Test
  void anEventOfTheFilesBesideTheFolderIsKnown() {
    Check check =
        Check.of(Platform.UBUNTU_14_04)
            .only(Rule.UNKNOWN_EVENT)
            .withContext(Folders.of("b.conf", "emits shop-ready\n"));

    assertThat(check.check(Folders.of("a.conf", "start on shop-ready\n"))).isEmpty();
  }

  @Test
  void anOverrideIsReadInPlaceOfTheJobsOwnCondition() {
    assertThat(inFolder("a.conf", "start on nonsense-x\n", "a.override", "start on filesystem\n"))
        .isEmpty();
    assertThat(inFolder("a.conf", "start on filesystem\n", "a.override", "start on nonsense-x\n"))
        .singleElement()
        .asString()
        .startsWith("a.override:1:10: ");
  }

  @Test
  void eachEventOfALongConditionIsPlacedOnItsOwnLine() {
    assertThat(
            inFolder(
                "a.conf",
                "start on (filesystem # first\n  and (oops-1 X=\"a b\"\n    or oops-2 Y=z))\n"))
        .extracting(finding -> finding.split(": ")[0])
        .containsExactly("a.conf:2:8", "a.conf:3:8");
  }
}
