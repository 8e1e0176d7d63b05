package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

class ConditionsTest {

  private static Level level(Conversion conversion, String job, String part) {
    return Jobs.finding(conversion, job, part).level();
  }

  private static String unit(Conversion conversion, String path) {
    return Jobs.unit(conversion, path);
  }

  @Test
  void aJobWithoutConditionIsNotEnabled() {
    Conversion conversion = new Jobs().service("web").convert();

    assertThat(unit(conversion, "web.service")).doesNotContain("[Install]");
    assertThat(conversion.enabled()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "[2345], exact, multi-user.target",
    "[2-5], exact, multi-user.target",
    "[!016], approximate, multi-user.target rescue.target",
    "[!06], exact, multi-user.target rescue.target",
    "2, approximate, multi-user.target",
    "RUNLEVEL=[2345], exact, multi-user.target",
    "RUNLEVEL=5, approximate, graphical.target",
    "RUNLEVEL!=S, approximate, multi-user.target rescue.target",
    "[23] PREVLEVEL=N, approximate, multi-user.target",
    "S, approximate, rescue.target",
    "0, approximate, poweroff.target halt.target",
    "6, approximate, reboot.target",
    "[06], approximate, poweroff.target halt.target reboot.target"
  })
  void aRunlevelIsATarget(String runlevel, String level, String targets) {
    Conversion conversion = new Jobs().service("web", "start on runlevel " + runlevel).convert();

    assertThat(level(conversion, "web", "runlevel " + runlevel).word()).isEqualTo(level);
    assertThat(unit(conversion, "web.service")).contains("WantedBy=" + targets + "\n");
  }

  @Test
  void whatStartsAsTheMachineGoesDownIsNotStoppedThen() {
    Conversion conversion =
        new Jobs().job("halt", "start on runlevel 0", "task", "exec /bin/halt").convert();

    assertThat(unit(conversion, "halt.service"))
        .contains("DefaultDependencies=no\n", "Before=shutdown.target\n")
        .doesNotContain("Conflicts=");
  }

  @Test
  void aRunlevelThatThereIsNotIsDead() {
    Conversion conversion = new Jobs().service("web", "start on runlevel [789]").convert();

    assertThat(level(conversion, "web", "runlevel [789]")).isEqualTo(Level.DEAD);
    assertThat(level(conversion, "web", "start on runlevel [789]")).isEqualTo(Level.DEAD);
    assertThat(conversion.enabled()).isEmpty();
  }

  @Test
  void thePreviousRunlevelIsNotKnownToSystemd() {
    Conversion conversion = new Jobs().service("web", "start on runlevel PREVLEVEL=S").convert();

    assertThat(level(conversion, "web", "runlevel PREVLEVEL=S")).isEqualTo(Level.BY_HAND);
    assertThat(level(conversion, "web", "start on runlevel PREVLEVEL=S")).isEqualTo(Level.BY_HAND);
  }

  @ParameterizedTest
  @CsvSource({
    "[016], exact",
    "[!2345], exact",
    "[06], exact",
    "[!$RUNLEVEL], approximate",
    "[01456], approximate",
    "[0], approximate",
    "S, approximate",
    "'[0,9]', approximate",
    "[9], dead"
  })
  void aServiceStopsAsTheMachineGoesDown(String runlevel, String level) {
    Conversion conversion = new Jobs().service("web", "stop on runlevel " + runlevel).convert();

    assertThat(level(conversion, "web", "runlevel " + runlevel).word()).isEqualTo(level);
  }

  @Test
  void whatOnlyStopsAtTheEndOutlivesTheRescueTarget() {
    Conversion conversion = new Jobs().service("web", "stop on runlevel [06]").convert();

    assertThat(unit(conversion, "web.service")).contains("IgnoreOnIsolate=yes\n");
  }

  @Test
  void aServiceWithoutStopOnIsStoppedAllTheSame() {
    Conversion conversion =
        new Jobs().service("web").service("db", "stop on runlevel [016]").convert();

    assertThat(conversion.findings())
        .filteredOn(finding -> finding.code() == ConversionCode.STOPPED_AT_SHUTDOWN)
        .singleElement()
        .matches(ConversionFinding::isImplicit)
        .extracting(ConversionFinding::job, ConversionFinding::level)
        .containsExactly("web", Level.APPROXIMATE);
  }

  @Test
  void whatComesBeforeTheFirstStepsOfABootWaitsForNone() {
    Conversion conversion =
        new Jobs().service("web", "start on starting mountall or runlevel 2").convert();

    assertThat(unit(conversion, "web.service"))
        .contains("DefaultDependencies=no\n")
        .contains("Before=shutdown.target local-fs.target\n");
  }

  @Test
  void whatFollowsAsAFirstStepStopsWaitsForNoneEither() {
    Conversion conversion = new Jobs().service("web", "start on stopped mountall").convert();

    assertThat(unit(conversion, "stopped-local-fs.service")).contains("DefaultDependencies=no\n");
  }

  @Test
  void startupComesFirstOfAll() {
    Conversion conversion = new Jobs().service("web", "start on startup").convert();

    assertThat(level(conversion, "web", "startup")).isEqualTo(Level.EXACT);
    assertThat(unit(conversion, "web.service"))
        .contains(
            "DefaultDependencies=no\n",
            "Conflicts=shutdown.target\n",
            "Before=shutdown.target\n",
            "WantedBy=sysinit.target\n");
  }

  @Test
  void aTaskOfTheBootRunsAgainWithItsTarget() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on startup", "task")
            .service("db", "start on filesystem", "task")
            .convert();

    assertThat(level(conversion, "web", "startup")).isEqualTo(Level.APPROXIMATE);
    assertThat(level(conversion, "db", "filesystem")).isEqualTo(Level.APPROXIMATE);
  }

  @ParameterizedTest
  @CsvSource({
    "filesystem",
    "local-filesystems",
    "virtual-filesystems",
    "all-swaps",
    "remote-filesystems"
  })
  void fileSystemsAreThereWhenServicesStart(String event) {
    Conversion conversion =
        new Jobs().service("web", "start on " + event, "stop on runlevel [06]").convert();

    assertThat(level(conversion, "web", event)).isEqualTo(Level.EXACT);
    assertThat(unit(conversion, "web.service")).contains("WantedBy=multi-user.target\n");
  }

  @Test
  void whatTheRescueTargetStopsStartsAgainOnTheWayBack() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on filesystem", "stop on runlevel [016]")
            .service("early", "start on startup", "stop on runlevel [016]")
            .convert();

    assertThat(level(conversion, "web", "filesystem")).isEqualTo(Level.APPROXIMATE);
    assertThat(level(conversion, "web", "runlevel [016]")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "early", "startup")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "early", "runlevel [016]")).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void aMountPointIsAUnit() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on mounted MOUNTPOINT=/srv/data")
            .service("early", "start on mounted MOUNTPOINT=/run TYPE=tmpfs")
            .service("before", "start on mounting MOUNTPOINT=/srv")
            .service("any", "start on mounted TYPE=nfs")
            .convert();

    assertThat(unit(conversion, "web.service"))
        .contains("RequiresMountsFor=/srv/data\n", "WantedBy=srv-data.mount\n");
    assertThat(unit(conversion, "early.service")).contains("WantedBy=sysinit.target\n");
    assertThat(unit(conversion, "before.service"))
        .contains("Before=shutdown.target srv.mount\n", "WantedBy=srv.mount\n");
    assertThat(level(conversion, "any", "mounted TYPE=nfs")).isEqualTo(Level.BY_HAND);
  }

  @ParameterizedTest
  @CsvSource({
    "net-device-up",
    "net-device-up IFACE!=lo",
    "net-device-up IFACE=eth0",
    "static-network-up",
    "started networking"
  })
  void theNetworkIsATarget(String event) {
    Conversion conversion = new Jobs().service("web", "start on " + event).convert();

    assertThat(level(conversion, "web", event)).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "web.service"))
        .contains("Wants=network-online.target\n", "After=network-online.target\n");
  }

  @Test
  void theLoopbackInterfaceIsUpFromTheBeginning() {
    Conversion conversion = new Jobs().service("web", "start on net-device-up IFACE=lo").convert();

    assertThat(unit(conversion, "web.service")).doesNotContain("network-online.target");
  }

  @Test
  void aServiceStopsBeforeTheNetwork() {
    Conversion conversion = new Jobs().service("web", "stop on deconfiguring-networking").convert();

    assertThat(unit(conversion, "web.service")).contains("After=network.target\n");
  }

  @Test
  void anInterfaceIsADevice() {
    Conversion conversion =
        new Jobs()
            .service(
                "web",
                "start on net-device-added INTERFACE=eth-0",
                "stop on net-device-removed INTERFACE=eth-0")
            .service("any", "start on net-device-added")
            .service("disk", "start on block-device-added ID_FS_USAGE=crypto")
            .convert();

    assertThat(unit(conversion, "web.service"))
        .contains(
            "BindsTo=sys-subsystem-net-devices-eth\\x2d0.device\n",
            "WantedBy=sys-subsystem-net-devices-eth\\x2d0.device\n");
    assertThat(level(conversion, "any", "net-device-added")).isEqualTo(Level.BY_HAND);
    assertThat(Jobs.finding(conversion, "disk", "block-device-added ID_FS_USAGE=crypto").remedy())
        .hasValueSatisfying(
            rule -> assertThat(rule).contains("SUBSYSTEM==\"block\"", "+=\"disk.service\""));
  }

  @Test
  void whoStartsBeforeAJobIsWaitedFor() {
    Conversion conversion =
        new Jobs().service("web").service("prepare", "start on starting web", "task").convert();

    assertThat(level(conversion, "prepare", "starting web")).isEqualTo(Level.EXACT);
    assertThat(unit(conversion, "prepare.service"))
        .contains("Before=web.service\n", "WantedBy=web.service\n");
  }

  @Test
  void whoFollowsAJobStartsAndStopsWithIt() {
    Conversion conversion =
        new Jobs()
            .service("web")
            .service("log", "start on started web", "stop on stopping web")
            .convert();

    assertThat(level(conversion, "log", "started web")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "log", "stopping web")).isEqualTo(Level.EXACT);
    assertThat(unit(conversion, "log.service"))
        .contains(
            "After=web.service\n",
            "PartOf=web.service\n",
            "StopPropagatedFrom=web.service\n",
            "WantedBy=web.service\n")
        .doesNotContain("BindsTo=");
  }

  @Test
  void whoFollowsAJobThatMayNotComeUpIsBoundToIt() {
    Conversion conversion =
        new Jobs()
            .service("web", "pre-start exec /bin/check")
            .service("log", "start on started web", "stop on stopping web")
            .service("once", "start on started web", "task")
            .convert();

    assertThat(level(conversion, "log", "started web")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "log.service"))
        .contains("After=web.service\n", "BindsTo=web.service\n");
    assertThat(level(conversion, "once", "started web")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "once.service")).doesNotContain("BindsTo=");
  }

  @Test
  void olderSystemdsBindInstead() {
    Conversion conversion =
        new Jobs()
            .service("web")
            .service("log", "start on started web", "stop on stopping web")
            .service("cache", "stop on stopping web")
            .to(229)
            .convert();

    assertThat(unit(conversion, "log.service")).contains("BindsTo=web.service\n");
    assertThat(unit(conversion, "cache.service"))
        .contains("PartOf=web.service\n")
        .doesNotContain("StopPropagatedFrom=");
  }

  @Test
  void olderSystemdsBindWhatStopsAfterAJobToo() {
    Conversion conversion =
        new Jobs()
            .service("web")
            .service("log", "start on started web", "stop on stopped web")
            .service("cache", "stop on stopped web")
            .to(248)
            .convert();

    assertThat(unit(conversion, "log.service")).contains("BindsTo=web.service\n");
    assertThat(unit(conversion, "cache.service"))
        .contains("PartOf=web.service\n")
        .doesNotContain("BindsTo=");
    assertThat(level(conversion, "cache", "stopped web")).isEqualTo(Level.APPROXIMATE);
    assertThat(Jobs.finding(conversion, "cache", "stopped web").reason())
        .contains("Upstart stops that first", "not where that ends by itself");
  }

  @Test
  void whoOnlyStopsWithAJobIsNotStartedByIt() {
    Conversion conversion =
        new Jobs()
            .service("web", "respawn")
            .service("log", "start on runlevel [2345]", "stop on stopping web")
            .convert();

    assertThat(level(conversion, "log", "stopping web")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "log.service"))
        .contains("StopPropagatedFrom=web.service\n", "WantedBy=multi-user.target\n")
        .doesNotContain("WantedBy=web.service");
  }

  @Test
  void theOrderAtTheStopIsThatOfTheStartTurnedRound() {
    Conversion conversion =
        new Jobs()
            .service("web")
            .service("exact", "start on starting web", "stop on stopped web")
            .service("turned", "start on starting web", "stop on stopping web")
            .service("late", "start on started web", "stop on stopped web")
            .convert();

    assertThat(level(conversion, "exact", "stopped web")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "exact", "starting web")).isEqualTo(Level.EXACT);
    assertThat(unit(conversion, "exact.service"))
        .contains("Before=web.service\n", "StopPropagatedFrom=web.service\n")
        .doesNotContain("PartOf=");
    assertThat(level(conversion, "turned", "stopping web")).isEqualTo(Level.APPROXIMATE);
    assertThat(level(conversion, "late", "stopped web")).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void theOtherJobSaysWhatFollowsItsEnd() {
    Conversion conversion =
        new Jobs()
            .service("web", "task")
            .service("always", "start on stopped web")
            .service("failed", "start on stopped web RESULT=failed")
            .service("well", "start on stopped JOB=web RESULT=ok")
            .service("never", "start on stopped web RESULT=perhaps")
            .convert();

    assertThat(unit(conversion, "web.service"))
        .contains(
            "OnSuccess=always.service well.service\n", "OnFailure=always.service failed.service\n");
    assertThat(level(conversion, "always", "stopped web")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "failed", "stopped web RESULT=failed")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "never", "stopped web RESULT=perhaps")).isEqualTo(Level.DEAD);
    assertThat(Jobs.finding(conversion, "always", "stopped web").directive())
        .hasValue("web.service: OnSuccess=always.service, web.service: OnFailure=always.service");
  }

  @Test
  void inOlderSystemdsAUnitBoundToTheOtherJobSaysWhatFollowsItsEnd() {
    Conversion conversion =
        new Jobs()
            .service("web", "task")
            .service("always", "start on stopped web")
            .service("failed", "start on stopped web RESULT=failed")
            .service("well", "start on stopped web RESULT=ok")
            .to(248)
            .convert();

    assertThat(unit(conversion, "stopped-web.service"))
        .contains(
            "Before=web.service\n",
            "BindsTo=web.service\n",
            "ExecStop=-/bin/systemctl --no-block start always.service\n",
            "WantedBy=web.service\n");
    assertThat(level(conversion, "always", "stopped web")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "web.service"))
        .contains("OnFailure=failed.service\n")
        .doesNotContain("OnSuccess=");
    assertThat(level(conversion, "failed", "stopped web RESULT=failed")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "well", "stopped web RESULT=ok")).isEqualTo(Level.BY_HAND);
  }

  @Test
  void anEndThatARestartMakesCountsToo() {
    Conversion conversion =
        new Jobs()
            .service("web", "respawn")
            .service("after", "start on stopped web")
            .service("how", "start on stopped web EXIT_STATUS=4")
            .convert();

    assertThat(level(conversion, "after", "stopped web")).isEqualTo(Level.APPROXIMATE);
    assertThat(level(conversion, "how", "stopped web EXIT_STATUS=4")).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void aUnitThatStopsBeforeAnotherOneStartsWhatTheStopWaitsFor() {
    Conversion conversion =
        new Jobs().service("web").service("drain", "start on stopping web", "task").convert();

    assertThat(unit(conversion, "stopping-web.service"))
        .contains(
            "After=web.service\n",
            "PartOf=web.service\n",
            "ExecStop=-/bin/systemctl start drain.service\n",
            "WantedBy=web.service\n");
    assertThat(conversion.enabled()).contains("stopping-web.service");
    assertThat(level(conversion, "drain", "stopping web")).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void aUnitThatStopsAfterAnotherOneStartsWhatFollowsWhereThatOneIsNotConverted() {
    Conversion conversion = new Jobs().service("web", "start on stopped dbus").convert();

    assertThat(unit(conversion, "stopped-dbus.service"))
        .contains(
            "Before=dbus.service\n", "ExecStop=-/bin/systemctl --no-block start web.service\n");
  }

  @Test
  void aUnitThatStartsWithAnotherOneStopsWhatMustNotRunThen() {
    Conversion conversion =
        new Jobs()
            .service("web")
            .service("splash", "stop on starting web")
            .service("loader", "stop on started web")
            .convert();

    assertThat(unit(conversion, "starting-web.service"))
        .contains("Before=web.service\n", "ExecStart=/bin/systemctl stop splash.service\n");
    assertThat(unit(conversion, "started-web.service"))
        .contains("After=web.service\n", "ExecStart=/bin/systemctl stop loader.service\n");
    assertThat(level(conversion, "splash", "starting web")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "loader", "started web")).isEqualTo(Level.EXACT);
  }

  @Test
  void aTaskIsUpOnlyWhenItHasEnded() {
    Conversion conversion =
        new Jobs().service("web", "task").service("log", "start on started web").convert();

    assertThat(level(conversion, "log", "started web")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "log.service")).doesNotContain("After=");
  }

  @Test
  void aJobOfThePlatformHasAUnitThatTakesItsPlace() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on started dbus", "stop on stopping dbus")
            .service("ui", "start on starting lightdm")
            .service(
                "late", "start on stopped rc RUNLEVEL=[2345]", "stop on starting rc RUNLEVEL=[016]")
            .service("early", "start on starting rc-sysinit")
            .convert();

    assertThat(level(conversion, "web", "started dbus")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "web.service")).contains("WantedBy=dbus.service\n");
    assertThat(unit(conversion, "ui.service")).contains("WantedBy=display-manager.service\n");
    assertThat(unit(conversion, "late.service")).contains("WantedBy=multi-user.target\n");
    assertThat(level(conversion, "late", "starting rc RUNLEVEL=[016]"))
        .isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "early.service")).contains("WantedBy=multi-user.target\n");
  }

  @Test
  void aJobThatIsNowhereIsExpectedAsAUnit() {
    Conversion conversion = new Jobs().service("web", "start on started our/db").convert();

    assertThat(level(conversion, "web", "started our/db")).isEqualTo(Level.APPROXIMATE);
    assertThat(unit(conversion, "web.service"))
        .contains("After=our-db.service\n", "WantedBy=our-db.service\n");
  }

  @Test
  void anyJobIsNoUnit() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on started JOB=db*")
            .service("all", "start on stopped")
            .convert();

    assertThat(level(conversion, "web", "started JOB=db*")).isEqualTo(Level.BY_HAND);
    assertThat(level(conversion, "all", "stopped")).isEqualTo(Level.BY_HAND);
  }

  @Test
  void otherVariablesOfAJobDoNotDecide() {
    Conversion conversion =
        new Jobs()
            .service("web", "export MODE")
            .service("log", "start on started web MODE=full")
            .service("user", "start on started JOB=$NAME")
            .convert();

    assertThat(Jobs.finding(conversion, "log", "started web MODE=full").code())
        .isEqualTo(ConversionCode.EVENT_VARIABLE);
    assertThat(unit(conversion, "log.service")).doesNotContain("WantedBy=");
    assertThat(level(conversion, "user", "started JOB=$NAME")).isEqualTo(Level.BY_HAND);
  }

  @Test
  void milestonesAddNothingToWhatComesLater() {
    String condition = "(local-filesystems and started db and runlevel [2345])";
    Conversion conversion =
        new Jobs().service("db").service("web", "start on " + condition).convert();

    assertThat(unit(conversion, "web.service"))
        .contains("After=db.service\n", "WantedBy=db.service\n");
    assertThat(level(conversion, "web", "start on " + condition)).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void milestonesAndARunlevelAreTheRunlevel() {
    Conversion conversion =
        new Jobs().service("web", "start on filesystem and runlevel [2345]").convert();

    assertThat(level(conversion, "web", "start on filesystem and runlevel [2345]"))
        .isEqualTo(Level.EXACT);
    assertThat(unit(conversion, "web.service")).contains("WantedBy=multi-user.target\n");
  }

  @Test
  void eachOfSeveralEventsStartsTheJob() {
    Conversion conversion =
        new Jobs().service("db").service("web", "start on runlevel [2345] or started db").convert();

    assertThat(unit(conversion, "web.service")).contains("WantedBy=multi-user.target db.service\n");
    assertThat(level(conversion, "web", "start on runlevel [2345] or started db"))
        .isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void whatNeverComesKeepsTheRestFromStartingTheJob() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on local-filesystem and net-device-up")
            .service("db", "start on local-filesystem or startup")
            .convert();

    assertThat(level(conversion, "web", "net-device-up")).isEqualTo(Level.DEAD);
    assertThat(level(conversion, "web", "start on local-filesystem and net-device-up"))
        .isEqualTo(Level.DEAD);
    assertThat(unit(conversion, "db.service")).contains("WantedBy=sysinit.target\n");
  }

  @Test
  void anEventThatNobodyEmitsIsDeadAndWhatWasMeantIsSaid() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on local-filesystem", "stop on shutdown")
            .service("db", "stop on [!12345]")
            .service("log", "start on web")
            .convert();

    assertThat(Jobs.finding(conversion, "web", "local-filesystem").remedy().orElseThrow())
        .contains("local-filesystems");
    assertThat(Jobs.finding(conversion, "web", "shutdown").remedy().orElseThrow())
        .contains("runlevel [016]");
    assertThat(Jobs.finding(conversion, "db", "[!12345]").remedy().orElseThrow())
        .contains("runlevel [!12345]");
    assertThat(Jobs.finding(conversion, "log", "web").remedy().orElseThrow())
        .contains("started web");
    assertThat(Jobs.finding(conversion, "log", "web").level()).isEqualTo(Level.DEAD);
  }

  @Test
  void anEventOfAScriptIsAUnit() {
    Conversion conversion =
        new Jobs()
            .job("emitter", "script", "initctl emit --no-wait go/on", "end script")
            .service("web", "start on go/on")
            .service("db", "stop on go/on")
            .service("one", "start on go/on WHAT=all")
            .convert();

    assertThat(unit(conversion, "event-go-on.service"))
        .contains(
            "StartLimitIntervalSec=0\n",
            "Requires=web.service\n",
            "Conflicts=db.service\n",
            "Type=oneshot\n",
            "ExecStart=/bin/true\n");
    assertThat(level(conversion, "web", "go/on")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "db", "go/on")).isEqualTo(Level.EXACT);
    assertThat(level(conversion, "one", "go/on WHAT=all")).isEqualTo(Level.BY_HAND);
  }

  @Test
  void anEventWithVariablesHandsThemToNobody() {
    Conversion conversion =
        new Jobs()
            .job("emitter", "exec initctl emit go WHAT=all")
            .service("web", "start on go")
            .convert();

    assertThat(level(conversion, "web", "go")).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void anEventOfAProgramIsStartedByThatProgram() {
    Conversion conversion =
        new Jobs()
            .on(Platform.CHROMEOS)
            .service("web", "start on login-prompt-visible", "stop on stop-arc-instance")
            .service("promised", "emits our-event")
            .service("waiting", "start on our-event")
            .convert();

    assertThat(Jobs.finding(conversion, "web", "login-prompt-visible").remedy())
        .hasValue("run systemctl start event-login-prompt-visible.service where it is emitted");
    assertThat(conversion.files())
        .containsKeys("event-login-prompt-visible.service", "event-stop-arc-instance.service");
    assertThat(level(conversion, "waiting", "our-event")).isEqualTo(Level.BY_HAND);
  }

  @ParameterizedTest
  @CsvSource({
    "control-alt-delete, ctrl-alt-del.target",
    "keyboard-request, kbrequest.target",
    "power-status-changed, sigpwr.target"
  })
  void keysAndThePowerHaveTargets(String event, String target) {
    Conversion conversion = new Jobs().service("web", "start on " + event, "task").convert();

    assertThat(unit(conversion, "web.service")).contains("WantedBy=" + target + "\n");
    assertThat(unit(conversion, target)).contains("StopWhenUnneeded=yes\n");
  }

  @ParameterizedTest
  @CsvSource({
    "socket PROTO=inet PORT=80",
    "file FILE=/etc/hosts",
    "dbus SIGNAL=x",
    "desktop-session-start",
    ":sys:startup"
  })
  void whatBridgesAndSessionsEmitIsDecidedByHand(String event) {
    Conversion conversion = new Jobs().service("web", "start on " + event).convert();

    assertThat(level(conversion, "web", event)).isEqualTo(Level.BY_HAND);
    assertThat(Jobs.finding(conversion, "web", event).remedy()).isPresent();
  }

  @Test
  void aContainerIsACondition() {
    Conversion conversion =
        new Jobs()
            .service("in", "start on container CONTAINER=lxc")
            .service("out", "start on not-container")
            .service("both", "start on filesystem and (not-container or container)")
            .service("choice", "start on runlevel [2345] or container")
            .convert();

    assertThat(unit(conversion, "in.service")).contains("ConditionVirtualization=lxc\n");
    assertThat(unit(conversion, "out.service")).contains("ConditionVirtualization=!container\n");
    assertThat(unit(conversion, "both.service"))
        .contains("ConditionVirtualization=|!container\nConditionVirtualization=|container\n");
    assertThat(unit(conversion, "choice.service")).doesNotContain("ConditionVirtualization");
    assertThat(level(conversion, "choice", "container")).isEqualTo(Level.BY_HAND);
  }

  @Test
  void instancesOfTheSameNameBelongTogether() {
    Conversion conversion =
        new Jobs()
            .service("pool", "instance $NAME", "export NAME")
            .service("log", "instance $NAME", "start on started pool")
            .service("first", "start on started pool INSTANCE=one")
            .service("any", "start on started pool", "stop on stopping pool")
            .convert();

    assertThat(unit(conversion, "pool@.service"))
        .contains(
            "Wants=log@%i.service\n",
            "Before=any.service log@%i.service\n", "PropagatesStopTo=any.service\n");
    assertThat(unit(conversion, "first.service"))
        .contains("After=pool@one.service\n", "WantedBy=pool@one.service\n");
    assertThat(unit(conversion, "any.service")).contains("WantedBy=pool@.service\n");
  }

  @Test
  void whichInstanceAnEventMeansIsDecidedByHand() {
    Conversion conversion =
        new Jobs()
            .service("log", "instance $NAME", "start on runlevel [2345]", "stop on runlevel [016]")
            .convert();

    assertThat(Jobs.finding(conversion, "log", "runlevel [2345]").code())
        .isEqualTo(ConversionCode.WHICH_INSTANCE);
    assertThat(level(conversion, "log", "runlevel [016]")).isEqualTo(Level.EXACT);
    assertThat(conversion.enabled()).isEmpty();
  }

  @Test
  void aVariableInAConditionIsDecidedByHand() {
    Conversion conversion =
        new Jobs()
            .service("web", "start on $EVENT", "stop on stopping db INSTANCE=$NAME")
            .convert();

    assertThat(level(conversion, "web", "$EVENT")).isEqualTo(Level.BY_HAND);
    assertThat(level(conversion, "web", "stopping db INSTANCE=$NAME")).isEqualTo(Level.BY_HAND);
  }

  @Test
  void theEndOfAUserSessionIsOneOfSystemdsOwn() {
    Conversion conversion = new Jobs().service("web", "stop on session-end").convert();

    assertThat(Jobs.finding(conversion, "web", "session-end").code())
        .isEqualTo(ConversionCode.USER_SESSION);
  }
}
