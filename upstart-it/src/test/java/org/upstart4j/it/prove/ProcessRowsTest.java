package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.ProcessType.MAIN;
import static org.upstart4j.ProcessType.POST_START;
import static org.upstart4j.ProcessType.POST_STOP;
import static org.upstart4j.ProcessType.PRE_START;
import static org.upstart4j.ProcessType.PRE_STOP;
import static org.upstart4j.it.prove.Row.begin;
import static org.upstart4j.it.prove.Row.changes;
import static org.upstart4j.it.prove.Row.ends;
import static org.upstart4j.it.prove.Row.isUp;
import static org.upstart4j.it.prove.Row.mainRuns;
import static org.upstart4j.it.prove.Row.pause;
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
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;

/** The rows of the table that say which processes a job has, and when they run. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class ProcessRowsTest {

  private static final Duration LONG = Duration.ofMillis(1500);

  @Test
  void aTaskIsOverBeforeItsStartIsDone() {
    Row.of("task\nexec @main\n")
        .where(MAIN, ends(0))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.TASK);
  }

  @Test
  void aTaskThatFailsFailsItsStart() {
    Row.of("task\nexec @main\n")
        .where(MAIN, ends(3))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.TASK);
  }

  @Test
  void aTaskThatASignalEndsFailsItsStart() {
    Row.of("task\nexec @main\n")
        .where(
            MAIN, Behaviour.begin().record().waits(Duration.ofMillis(200)).dies(Signal.of("TERM")))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.TASK);
  }

  @Test
  void aTaskIsStartedAgainUntilItEndsWellAndAStartWaitsForThatUnderUpstartOnly() {
    Row.of(
            """
            task
            respawn
            script
              [ -d @stage/folder/tried ] || { mkdir @stage/folder/tried; @main; exit 1; }
              exec @main
            end script
            """)
        .where(MAIN, ends(0))
        .steps(start(), waits())
        .play()
        .is(Level.EXACT, ConversionCode.TASK)
        .isApproximate(
            ConversionCode.TASK_RESPAWN,
            "step 1 (start web) is done: under Upstart only",
            "step 1 (start web) fails: under systemd only");
  }

  @Test
  void thePostStartOfATaskRunsBesideItUnderUpstartAndAfterItUnderSystemd() {
    Played played =
        Row.of("task\nexec @main\npost-start exec @post-start\n")
            .where(MAIN, Behaviour.begin().record().waits(Duration.ofMillis(600)).exits(0))
            .steps(start(), waits())
            .play()
            .is(Level.APPROXIMATE, ConversionCode.TASK_POST_START);
    assertThat(played.upstart())
        .containsSubsequence("web post-start 1 begins", "web main 1 exits with 0");
    assertThat(played.systemd())
        .containsSubsequence("web main 1 exits with 0", "web post-start 1 begins");
  }

  @Test
  void withoutAMainProcessThePreStartIsWhatAStartWaitsFor() {
    Row.of(
            "pre-start exec @pre-start one\npost-start exec @post-start two\npost-stop exec @post-stop three\n")
        .steps(start(), isUp(), stop())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aDaemonThatPreStartLeftBehindLivesOnAfterAStop() {
    Played played =
        Row.of("pre-start exec @pre-start\npost-stop exec @post-stop\n")
            .where(
                PRE_START,
                Behaviour.begin().record().leavesChild().waits(Duration.ofMillis(200)).exits(0))
            .steps(start(), isUp(), stop())
            .play()
            .isExact(ConversionCode.COMMAND);
    assertThat(played.systemd()).contains("web pre-start child 1 lives on");
  }

  @Test
  void withoutAMainProcessAFailingPreStartFailsTheStart() {
    Row.of("pre-start exec @pre-start\npost-start exec @post-start\n")
        .where(PRE_START, ends(1))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void withoutAMainProcessPreStopNeverRuns() {
    Played played =
        Row.of("pre-start exec @pre-start\npre-stop exec @pre-stop\n")
            .steps(start(), isUp(), stop())
            .play()
            .is(Level.DEAD, ConversionCode.NO_MAIN_PROCESS);
    assertThat(played.differences()).isEmpty();
    assertThat(played.upstart()).noneMatch(line -> line.startsWith("web pre-stop"));
  }

  @Test
  void withoutAMainProcessWhatIsSaidOfOneHasNoEffect() {
    Played played =
        Row.of(
                """
                pre-start exec @pre-start
                respawn
                respawn limit 1 60
                normal exit 0
                kill timeout 1
                kill signal INT
                reload signal USR1
                expect fork
                """)
            .steps(start(), isUp(), stop())
            .play()
            .is(Level.DEAD, ConversionCode.NO_MAIN_PROCESS);
    assertThat(played.differences()).isEmpty();
  }

  @Test
  void aJobWithoutProcessesIsUpUntilItIsStopped() {
    Row.of("description nothing\n")
        .steps(start(), isUp(), stop(), waits())
        .play()
        .isExact(ConversionCode.DESCRIPTION);
  }

  @Test
  void withoutProcessesWhatIsSaidOfThemHasNoEffect() {
    Played played =
        Row.of("nice 5\nrespawn\nsetuid nobody\n")
            .steps(start(), isUp(), stop(), waits())
            .play()
            .is(Level.DEAD, ConversionCode.NO_PROCESS);
    assertThat(played.differences()).isEmpty();
  }

  @Test
  void theMainProcessBeginsAfterPreStartHasEnded() {
    Row.of("pre-start exec @pre-start one\nexec @main\n")
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aFailingPreStartFailsTheStart() {
    Row.of("pre-start exec @pre-start\nexec @main\n")
        .where(PRE_START, ends(7))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aPreStartThatASignalEndsFailsTheStart() {
    Row.of("pre-start exec @pre-start\nexec @main\n")
        .where(
            PRE_START,
            Behaviour.begin().record().waits(Duration.ofMillis(200)).dies(Signal.of("KILL")))
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aFailingPreStartIsNotTriedAgain() {
    Row.of("respawn\npre-start exec @pre-start\nexec @main\n")
        .where(PRE_START, ends(1))
        .steps(start(), waits(), pause(500))
        .play()
        .isExact(ConversionCode.RESPAWN);
  }

  @Test
  void aPreStartThatFailsWhenTheJobIsRespawnedEndsThat() {
    Row.of("respawn\npre-start exec @pre-start\nexec @main\npost-stop exec @post-stop\n")
        .steps(start(), mainRuns(), changes(PRE_START, ends(1)), sends("KILL"), waits(), pause(500))
        .play()
        .isExact(ConversionCode.RESPAWN);
  }

  @Test
  void aPreStartMayTakeLongerThanAStop() {
    Row.of("kill timeout 1\npre-start exec @pre-start\nexec @main\n")
        .where(PRE_START, Behaviour.begin().record().waits(LONG).exits(0))
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.START_TIMEOUT);
  }

  @Test
  void aStopEndsPreStartUnderSystemdOnly() {
    Played played =
        Row.of("pre-start exec @pre-start\nexec @main\n")
            .where(PRE_START, Behaviour.begin().record().waits(LONG).exits(0))
            .steps(begin(), Row.runs(PRE_START, 1), stop(), waits())
            .play()
            .is(Level.APPROXIMATE, ConversionCode.STOP_WHILE_STARTING);
    assertThat(played.upstart())
        .contains("web pre-start 1 exits with 0")
        .doesNotContain("web pre-start 1 gets TERM");
    assertThat(played.systemd()).contains("web pre-start 1 gets TERM");
  }

  @Test
  void postStartRunsBesideTheMainProcessAndTheStartWaitsForIt() {
    Row.of("exec @main\npost-start exec @post-start one\n")
        .where(POST_START, Behaviour.begin().record().waits(LONG).exits(0))
        .steps(start(), stop())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aFailingPostStartHasNoEffect() {
    Row.of("exec @main\npost-start exec @post-start\n")
        .where(POST_START, ends(1))
        .steps(start(), mainRuns(), pause(300), stop())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void aMainProcessThatEndsDuringPostStartIsStartedAgain() {
    Row.of("respawn\nexec @main\npost-start exec @post-start\n")
        .where(POST_START, Behaviour.begin().record().waits(Duration.ofMillis(800)).exits(0))
        .steps(begin(), mainRuns(), sends("KILL"), mainRuns(2), isUp(), pause(1000), stop())
        .play()
        .isExact(ConversionCode.RESPAWN);
  }

  @Test
  void preStopRunsBeforeTheMainProcessGetsASignal() {
    Played played =
        Row.of("exec @main\npre-stop exec @pre-stop one\n")
            .steps(start(), mainRuns(), stop())
            .play()
            .isApproximate(ConversionCode.PRE_STOP_TIMEOUT);
    assertThat(played.systemd())
        .containsSubsequence("web pre-stop 1 exits with 0", "web main 1 gets TERM");
  }

  @Test
  void aFailingPreStopDoesNotKeepTheJobFromStopping() {
    Row.of("exec @main\npre-stop exec @pre-stop\n")
        .where(PRE_STOP, ends(1))
        .steps(start(), mainRuns(), stop())
        .play()
        .isApproximate(ConversionCode.PRE_STOP_TIMEOUT);
  }

  @Test
  void preStopDoesNotRunWhereTheMainProcessEndsByItself() {
    Row.of("exec @main\npre-stop exec @pre-stop\n")
        .where(MAIN, ends(0))
        .steps(start(), waits())
        .play()
        .isApproximate(ConversionCode.PRE_STOP_TIMEOUT);
  }

  @Test
  void aPreStopOfMoreThanTheKillTimeoutIsEndedUnderSystemdOnly() {
    Played played =
        Row.of("kill timeout 1\nexec @main\npre-stop exec @pre-stop\n")
            .where(PRE_STOP, Behaviour.begin().record().waits(LONG).exits(0))
            .steps(start(), mainRuns(), stop())
            .play()
            .is(Level.APPROXIMATE, ConversionCode.PRE_STOP_TIMEOUT);
    assertThat(played.upstart()).contains("web pre-stop 1 exits with 0");
    assertThat(played.systemd()).contains("web pre-stop 1 gets TERM");
  }

  @Test
  void postStopRunsAfterTheMainProcess() {
    Row.of("exec @main\npost-stop exec @post-stop one\n")
        .steps(start(), mainRuns(), stop(), start(), mainRuns(2), sends("KILL"), waits())
        .play()
        .isExact(ConversionCode.COMMAND);
  }

  @Test
  void postStopRunsAfterAFailedStartWhichUpstartTellsAtOnce() {
    Played played =
        Row.of("pre-start exec @pre-start\nexec @main\npost-stop exec @post-stop\n")
            .where(PRE_START, ends(1))
            .steps(start(), waits())
            .play()
            .is(Level.APPROXIMATE, ConversionCode.POST_STOP_ANSWER)
            .is(Level.EXACT, ConversionCode.COMMAND);
    assertThat(played.upstart())
        .containsSubsequence("step 1 (start web) fails", "web post-stop 1 exits with 0");
    assertThat(played.systemd())
        .containsSubsequence("web post-stop 1 exits with 0", "step 1 (start web) fails");
  }

  @Test
  void postStopRunsEachTimeBeforeTheJobIsStartedAgain() {
    Row.of("respawn\npre-start exec @pre-start\nexec @main\npost-stop exec @post-stop one\n")
        .steps(start(), mainRuns(), sends("KILL"), mainRuns(2), isUp(), stop())
        .play()
        .isExact(ConversionCode.RESPAWN, ConversionCode.COMMAND);
  }

  @Test
  void aFailingPostStopFailsTheStopUnderUpstartOnly() {
    Row.of("exec @main\npost-stop exec @post-stop\n")
        .where(POST_STOP, ends(1))
        .steps(start(), mainRuns(), stop(), start(), mainRuns(2), stop())
        .play()
        .isApproximate(
            ConversionCode.POST_STOP_ANSWER,
            "step 3 (stop web) fails: under Upstart only",
            "step 6 (stop web) fails: under Upstart only",
            "step 3 (stop web) is done: under systemd only",
            "step 6 (stop web) is done: under systemd only");
  }

  @Test
  void aFailingPostStopEndsRespawning() {
    Row.of("respawn\nexec @main\npost-stop exec @post-stop\n")
        .where(POST_STOP, ends(1))
        .steps(start(), mainRuns(), sends("KILL"), waits(), pause(500))
        .play()
        .isExact(ConversionCode.RESPAWN, ConversionCode.COMMAND);
  }

  @Test
  void aFailingPostStopOfAUserDoesNotEndRespawningUnderSystemd() {
    Played played =
        Row.of("respawn\nsetuid nobody\nexec @main\npost-stop exec @post-stop\n")
            .where(POST_STOP, ends(1))
            .steps(start(), mainRuns(), sends("KILL"), pause(1000))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.POST_STOP_RESPAWN);
    assertThat(played.upstart()).contains("web waits");
    assertThat(played.systemd()).contains("web main 2 begins", "web runs");
  }

  @Test
  void aPostStopOfMoreThanTheKillTimeoutIsEndedUnderSystemdOnly() {
    Played played =
        Row.of("kill timeout 1\nexec @main\npost-stop exec @post-stop\n")
            .where(POST_STOP, Behaviour.begin().record().waits(LONG).exits(0))
            .steps(start(), mainRuns(), stop())
            .play()
            .is(Level.APPROXIMATE, ConversionCode.POST_STOP_TIMEOUT);
    assertThat(played.upstart()).contains("web post-stop 1 exits with 0");
    assertThat(played.systemd()).contains("web post-stop 1 gets TERM");
  }
}
