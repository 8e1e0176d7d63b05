package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.option.SystemdVersion;

class LifecycleTest {

  @Test
  void aServiceThatRespawnsIsStartedAgainAtOnce() {
    Converted job = Converted.web("respawn", "exec /bin/web");

    assertThat(job.lines("Restart", "RestartSec", "StartLimitIntervalSec", "StartLimitBurst"))
        .containsExactly(
            "StartLimitIntervalSec=5s", "StartLimitBurst=11", "Restart=always", "RestartSec=0");
    assertThat(job.implied()).contains("approximate start-limit-manual");
  }

  @Test
  void theLimitCountsTheFirstStart() {
    Converted job = Converted.web("respawn", "respawn limit 3 20", "exec /bin/web");

    assertThat(job.lines("StartLimitIntervalSec", "StartLimitBurst"))
        .containsExactly("StartLimitIntervalSec=20s", "StartLimitBurst=4");
  }

  @Test
  void aServiceWithoutRespawnMayBeStartedAnyNumberOfTimes() {
    assertThat(Converted.web("exec /bin/web").lines("StartLimitIntervalSec", "Restart"))
        .containsExactly("StartLimitIntervalSec=0");
    assertThat(
            Converted.web("respawn", "respawn limit unlimited", "exec /bin/web")
                .lines("StartLimitIntervalSec", "StartLimitBurst"))
        .containsExactly("StartLimitIntervalSec=0");
  }

  @Test
  void aLimitOfAJobThatDoesNotRespawnIsDead() {
    Converted job = Converted.web("respawn limit 3 20", "exec /bin/web");

    assertThat(job.finding("respawn limit 3 20").level()).isEqualTo(Level.DEAD);
  }

  @Test
  void aTaskThatRespawnsIsStartedAgainUntilItEndsWell() {
    Converted job = Converted.web("task", "respawn", "exec /bin/web");

    assertThat(job.lines("Restart")).containsExactly("Restart=on-failure");
    assertThat(job.finding("respawn").since()).contains(new SystemdVersion(244));
  }

  @Test
  void aTaskThatRespawnsIsLostBefore244() {
    Converted job =
        Converted.web(
            SystemdConversion.to(new SystemdVersion(243)), "task", "respawn", "exec /bin/web");

    assertThat(job.lines("Restart")).isEmpty();
    assertThat(job.finding("respawn").level()).isEqualTo(Level.LOST);
  }

  @Test
  void aFailingPreStartDoesNotEndRespawningBefore232() {
    String[] lines = {"respawn", "pre-start exec /bin/check", "exec /bin/web"};
    Converted older = Converted.web(SystemdConversion.to(new SystemdVersion(231)), lines);

    assertThat(older.lines("ExecStopPost")).isEmpty();
    assertThat(older.finding("respawn").level()).isEqualTo(Level.APPROXIMATE);
    assertThat(Converted.web(lines).lines("ExecStopPost")).hasSize(1);
    assertThat(Converted.web(lines).finding("respawn").level()).isEqualTo(Level.EXACT);
  }

  @Test
  void normalExitsAreGoodAndEndRespawning() {
    Converted job = Converted.web("respawn", "normal exit 0 143 TERM", "exec /bin/web");

    assertThat(job.lines("SuccessExitStatus", "RestartPreventExitStatus"))
        .containsExactly(
            "SuccessExitStatus=0 143 SIGTERM", "RestartPreventExitStatus=0 143 SIGTERM 203");
  }

  @Test
  void theKillTimeoutIsAlwaysWritten() {
    assertThat(Converted.web("exec /bin/web").lines("TimeoutStopSec"))
        .containsExactly("TimeoutStopSec=5s");
    assertThat(Converted.web("kill timeout 20", "exec /bin/web").lines("TimeoutStopSec"))
        .containsExactly("TimeoutStopSec=20s");
    assertThat(Converted.web("kill timeout 0", "exec /bin/web").lines("TimeoutStopSec"))
        .containsExactly("TimeoutStopSec=1ms");
  }

  @Test
  void signalsKeepTheirNames() {
    Converted job = Converted.web("kill signal QUIT", "reload signal USR1", "exec /bin/web");

    assertThat(job.lines("KillSignal", "ExecReload"))
        .containsExactlyInAnyOrder("KillSignal=SIGQUIT", "ExecReload=/bin/kill -SIGUSR1 $MAINPID");
  }

  @Test
  void theStartMayTakeAnyTime() {
    assertThat(Converted.web("exec /bin/web").lines("TimeoutStartSec"))
        .containsExactly("TimeoutStartSec=infinity");
  }

  @Test
  void whichProcessesAStopEndsIsSaidUnlessItIsTheMainOneOnly() {
    assertThat(Converted.web("exec /bin/web").implied()).contains("approximate kill-scope");
    Converted job =
        Converted.web(
            SystemdConversion.to(SystemdVersion.DEFAULT).withKillMode(KillMode.PROCESS),
            "exec /bin/web");
    assertThat(job.lines("KillMode")).containsExactly("KillMode=process");
    assertThat(job.implied()).doesNotContain("approximate kill-scope");
  }
}
