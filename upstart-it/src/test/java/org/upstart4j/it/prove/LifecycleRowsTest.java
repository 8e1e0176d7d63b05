package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.ProcessType.MAIN;
import static org.upstart4j.ProcessType.POST_START;
import static org.upstart4j.it.prove.Row.boot;
import static org.upstart4j.it.prove.Row.crashes;
import static org.upstart4j.it.prove.Row.ends;
import static org.upstart4j.it.prove.Row.mainRuns;
import static org.upstart4j.it.prove.Row.pause;
import static org.upstart4j.it.prove.Row.reload;
import static org.upstart4j.it.prove.Row.restart;
import static org.upstart4j.it.prove.Row.sends;
import static org.upstart4j.it.prove.Row.start;
import static org.upstart4j.it.prove.Row.stop;
import static org.upstart4j.it.prove.Row.waits;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.Signal;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.systemd.*;
import org.upstart4j.systemd.finding.*;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.*;
import org.upstart4j.systemd.option.KillMode;

/** The rows of the table that say when a job is started again, ready and ended. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class LifecycleRowsTest {

  private static final String FAILS_15_TIMES =
      """
      script
        [ -s @stage/folder/tries ] || sleep 0.3
        echo again >> @stage/folder/tries
        [ $(wc -l < @stage/folder/tries) -gt 15 ] || exit 1
        exec @main
      end script
      """;

  @Test
  void aJobIsStartedAgainAtOnceHoweverItEnded() {
    Row.of("respawn\nexec @main\n")
        .where(MAIN, Row.runs().exitsOn(Signal.of("USR1"), 0).exitsOn(Signal.of("USR2"), 1))
        .steps(
            start(),
            mainRuns(1),
            sends("USR1"),
            mainRuns(2),
            sends("USR2"),
            mainRuns(3),
            sends("KILL"),
            mainRuns(4),
            sends("TERM"),
            mainRuns(5),
            stop())
        .play()
        .isExact(ConversionCode.RESPAWN);
  }

  @Test
  void aCrashLoopEndsAfterTheLimit() {
    Row.of("respawn\nrespawn limit 3 10\nexec @main\n")
        .where(MAIN, crashes(1))
        .steps(start(), waits(), pause(500))
        .play()
        .isExact(ConversionCode.RESPAWN_LIMIT, ConversionCode.RESPAWN);
  }

  @Test
  void aCrashLoopEndsAfterTheUsualLimit() {
    Played played =
        Row.of("respawn\nexec @main\n")
            .where(MAIN, Behaviour.begin().waits(Duration.ofMillis(100)).exits(1))
            .steps(start(), waits(), pause(500))
            .play()
            .isExact(ConversionCode.RESPAWN_LIMIT, ConversionCode.RESPAWN);
    assertThat(played.upstart())
        .contains("web main 11 begins")
        .doesNotContain("web main 12 begins");
  }

  @Test
  void aJobWithoutLimitIsStartedAgainAnyNumberOfTimes() {
    Row.of("respawn\nrespawn limit unlimited\n" + FAILS_15_TIMES)
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.RESPAWN_LIMIT);
  }

  @Test
  void aLimitOfZeroIsNone() {
    Row.of("respawn\nrespawn limit 0 10\n" + FAILS_15_TIMES)
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.RESPAWN_LIMIT);
  }

  @Test
  void aLimitWithoutRespawnHasNoEffect() {
    Played played =
        Row.of("respawn limit 1 60\nexec @main\n")
            .where(MAIN, ends(1))
            .steps(start(), waits(), start(), waits(), start(), waits())
            .play()
            .is(Level.DEAD, ConversionCode.LIMIT_WITHOUT_RESPAWN);
    assertThat(played.differences()).isEmpty();
  }

  @Test
  void withoutRespawnAJobMayBeStartedAnyNumberOfTimes() {
    Row.of("start on runlevel [2345]\nexec @main\n")
        .where(MAIN, crashes(1))
        .steps(
            boot(), waits(), start(), waits(), start(), waits(), start(), waits(), start(), waits(),
            start(), waits(), start(), waits())
        .play()
        .isExact(ConversionCode.NO_START_LIMIT);
  }

  @Test
  void startsByHandCountUnderSystemdOnly() {
    Row.of("start on runlevel [2345]\nrespawn\nrespawn limit 2 60\nexec @main\n")
        .steps(
            boot(),
            mainRuns(1),
            stop(),
            start(),
            mainRuns(2),
            stop(),
            start(),
            mainRuns(3),
            stop(),
            start(),
            pause(300),
            stop())
        .play()
        .isApproximate(
            ConversionCode.START_LIMIT_MANUAL,
            "step 10 (start web) is done: under Upstart only",
            "web main 4 begins: under Upstart only",
            "web main 4 gets TERM: under Upstart only",
            "web main 4 dies by TERM: under Upstart only",
            "step 10 (start web) fails: under systemd only");
  }

  @Test
  void aNormalStatusEndsAJobWithRespawn() {
    Row.of("respawn\nnormal exit 0 3\nexec @main\n")
        .where(MAIN, Row.runs().exitsOn(Signal.of("USR1"), 3).exitsOn(Signal.of("USR2"), 4))
        .steps(start(), mainRuns(1), sends("USR2"), mainRuns(2), sends("USR1"), waits(), pause(300))
        .play()
        .isExact(ConversionCode.NORMAL_EXIT, ConversionCode.RESPAWN);
  }

  @Test
  void aNormalSignalEndsAJobWithRespawn() {
    Row.of("respawn\nnormal exit USR1 TERM\nexec @main\n")
        .steps(
            start(),
            mainRuns(1),
            sends("KILL"),
            mainRuns(2),
            sends("USR1"),
            waits(),
            pause(300),
            start(),
            mainRuns(3),
            sends("TERM"),
            waits(),
            pause(300))
        .play()
        .isExact(ConversionCode.NORMAL_EXIT, ConversionCode.RESPAWN);
  }

  @Test
  void aStatusThatIsNormalDoesNotFailATask() {
    Row.of("task\nnormal exit 0 3\nexec @main\n")
        .where(MAIN, ends(3))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.NORMAL_EXIT);
  }

  @Test
  void aProgramThatForksOnceIsReadyThen() {
    Row.of("expect fork\nexec @main\n")
        .where(
            MAIN,
            Behaviour.begin()
                .waits(Duration.ofMillis(300))
                .forks()
                .record()
                .lingers(Duration.ofMillis(200))
                .runs())
        .steps(start(), mainRuns(), stop())
        .play()
        .isApproximate(ConversionCode.EXPECT_FORK);
  }

  @Test
  void aProgramThatForksTwiceIsReadyThen() {
    Row.of("expect daemon\nexec /bin/sh -c '(@main &)'\n")
        .steps(start(), mainRuns(), stop())
        .play()
        .isApproximate(ConversionCode.EXPECT_FORK);
  }

  @Test
  void aProgramThatIsGuessedBeforeItsLastForkIsLostUnderSystemd() {
    Played played =
        Row.of("expect daemon\nexec @main\n")
            .where(MAIN, Behaviour.begin().forks().forks().record().runs())
            .steps(start(), pause(1500))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.EXPECT_FORK);
    assertThat(played.upstart()).contains("web main 3 lives on");
    assertThat(played.systemd())
        .as("whether it can still note the signal is chance")
        .doesNotContain("web runs");
  }

  @Test
  void whatIsForkedOnceMoreThanExpectedLivesOnUnderUpstartOnly() {
    Played played =
        Row.of("expect fork\nexec @main\n")
            .where(MAIN, Behaviour.begin().forks().forks().record().runs())
            .steps(start(), waits(), pause(1000))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.EXPECT_FORK);
    assertThat(played.upstart()).contains("web waits", "web main 3 lives on");
    assertThat(played.systemd())
        .as("whether it can still note the signal is chance")
        .contains("web waits")
        .doesNotContain("web main 3 lives on");
  }

  @Test
  void aProgramThatStopsItselfIsReadyThenAndGoesOn() {
    Row.of("expect stop\nexec @main\npost-start exec @post-start\n")
        .where(
            MAIN,
            Behaviour.begin()
                .waits(Duration.ofMillis(600))
                .stops()
                .record()
                .lingers(Duration.ofMillis(200))
                .runs())
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.EXPECT_STOP);
  }

  @Test
  void aStopBeginsWithTheJobsOwnSignal() {
    Row.of("kill signal INT\nexec @main\n")
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.KILL_SIGNAL);
  }

  @Test
  void aStopBeginsWithARealTimeSignalToo() {
    Row.of("kill signal 40\nexec @main\n")
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.KILL_SIGNAL);
  }

  @Test
  void aProcessThatIgnoresTheSignalIsKilledInTime() {
    Row.of("kill timeout 2\nexec @main\n")
        .where(MAIN, Row.runs().ignores(Signal.of("TERM")))
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.KILL_TIMEOUT);
  }

  @Test
  void aProcessThatIgnoresTheSignalIsKilledInTheUsualTime() {
    Row.of("exec @main\n")
        .where(MAIN, Row.runs().ignores(Signal.of("TERM")))
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.KILL_TIMEOUT);
  }

  @Test
  void withoutAnyTimeAProcessIsKilledAtOnce() {
    Played played =
        Row.of("kill timeout 0\nexec @main\n")
            .where(MAIN, Row.runs().ignores(Signal.of("TERM")))
            .steps(start(), mainRuns(), stop())
            .play()
            .is(Level.EXACT, ConversionCode.KILL_TIMEOUT);
    assertThat(played.differences())
        .as("whether it can still note the first signal is chance")
        .isSubsetOf(
            "web main 1 gets TERM: under Upstart only", "web main 1 gets TERM: under systemd only");
    assertThat(played.upstart()).contains("web main 1 was killed");
    assertThat(played.systemd()).contains("web main 1 was killed");
  }

  @Test
  void aReloadSendsHup() {
    Row.of("exec @main\n")
        .where(MAIN, Row.runs().ignores(Signal.of("HUP")))
        .steps(start(), mainRuns(), reload(), pause(300), stop())
        .play()
        .isExact(ConversionCode.RELOAD_SIGNAL);
  }

  @Test
  void aReloadSendsTheJobsOwnSignalToTheMainProcessOnly() {
    Row.of("reload signal USR1\nexec @main\n")
        .where(MAIN, Behaviour.begin().record().leavesChild().ignores(Signal.of("USR1")).runs())
        .steps(start(), mainRuns(), pause(200), reload(), pause(300))
        .play()
        .isExact(ConversionCode.RELOAD_SIGNAL);
  }

  @Test
  void aRestartStopsAndStarts() {
    Row.of("pre-start exec @pre-start\nexec @main\npost-stop exec @post-stop\n")
        .steps(start(), mainRuns(), restart(), mainRuns(2), stop())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aChildInTheProcessGroupGetsTheSignalToo() {
    Played played =
        Row.of("exec @main\n")
            .where(
                MAIN,
                Behaviour.begin().record().leavesChild().lingers(Duration.ofMillis(200)).runs())
            .steps(start(), mainRuns(), pause(300), stop(), pause(300))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.KILL_SCOPE);
    assertThat(played.upstart()).contains("web main child 1 dies by TERM");
    assertThat(played.systemd()).contains("web main child 1 dies by TERM");
  }

  @Test
  void aChildInAnotherSessionLivesOnUnderUpstartOnly() {
    Played played =
        Row.of("script\n  setsid @post-start &\n  exec @main\nend script\n")
            .where(POST_START, Row.runs())
            .steps(start(), mainRuns(), Row.runs(POST_START, 1), stop(), pause(300))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.KILL_SCOPE);
    assertThat(played.upstart()).contains("web post-start 1 lives on");
    assertThat(played.systemd()).contains("web post-start 1 gets TERM");
  }

  @Test
  void aChildOfAMainProcessThatEndedLivesOnUnderUpstartOnly() {
    Played played =
        Row.of("exec @main\n")
            .where(
                MAIN,
                Behaviour.begin().record().leavesChild().waits(Duration.ofMillis(300)).exits(0))
            .steps(start(), waits(), pause(300))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.KILL_SCOPE);
    assertThat(played.upstart()).contains("web main child 1 lives on");
    assertThat(played.systemd()).contains("web main child 1 gets TERM");
  }

  @Test
  void withTheKillModeProcessChildrenLiveOn() {
    Played played =
        Row.of("exec @main\n")
            .converted(conversion -> conversion.withKillMode(KillMode.PROCESS))
            .where(
                MAIN,
                Behaviour.begin().record().leavesChild().waits(Duration.ofMillis(300)).exits(0))
            .steps(start(), waits(), pause(300))
            .play()
            .isExact(ConversionCode.COMMAND);
    assertThat(played.systemd()).contains("web main child 1 lives on");
  }

  @Test
  void withTheKillModeProcessAChildInAnotherSessionLivesOnAfterAStop() {
    Played played =
        Row.of("script\n  setsid @post-start &\n  exec @main\nend script\n")
            .converted(conversion -> conversion.withKillMode(KillMode.PROCESS))
            .where(POST_START, Row.runs())
            .steps(start(), mainRuns(), Row.runs(POST_START, 1), stop(), pause(300))
            .play()
            .isExact(ConversionCode.SCRIPT_FILE);
    assertThat(played.systemd()).contains("web post-start 1 lives on");
  }

  @Test
  void whatIsSuperfluousFailsUnderUpstartOnly() {
    Played played =
        Row.of("exec @main\n")
            .steps(start(), mainRuns(), start(), stop(), stop(), reload(), restart())
            .play();
    assertThat(played.differences())
        .as("no stanza says it: it holds for all jobs")
        .containsExactlyInAnyOrder(
            "step 3 (start web) fails: under Upstart only",
            "step 3 (start web) is done: under systemd only",
            "step 5 (stop web) fails: under Upstart only",
            "step 5 (stop web) is done: under systemd only",
            "step 7 (restart web) fails: under Upstart only",
            "step 7 (restart web) is done: under systemd only",
            "web main 2 begins: under systemd only",
            "web: waits under Upstart, runs under systemd");
  }

  @Test
  void aRestartOfAJobWithPreStopHappensUnderSystemdOnly() {
    Played played =
        Row.of("exec @main\npre-stop exec @pre-stop\n")
            .steps(start(), mainRuns(), restart(), pause(500))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.PRE_STOP_TIMEOUT);
    assertThat(played.upstart())
        .contains("web pre-stop 1 exits with 0", "web runs", "web main 1 lives on");
    assertThat(played.systemd()).contains("web pre-stop 1 exits with 0", "web main 2 lives on");
  }
}
