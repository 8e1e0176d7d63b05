package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.it.prove.Row.mainRuns;
import static org.upstart4j.it.prove.Row.pause;
import static org.upstart4j.it.prove.Row.sends;
import static org.upstart4j.it.prove.Row.start;
import static org.upstart4j.it.prove.Row.stop;
import static org.upstart4j.it.prove.Row.waits;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;

/**
 * A pre-start that stops its own job. The engine's own stop is the first on the path of a process,
 * which is why each probe is given another path.
 */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class StopInPreStartTest {

  private static Row job(String preStart) {
    return Row.of("pre-start script\n" + preStart + "end script\nexec env PATH=/bin @main\n");
  }

  @Test
  void theMainProcessIsNotStarted() {
    job("  env PATH=/bin @pre-start\n  stop\n")
        .steps(start(), waits(), pause(300))
        .play()
        .isExact(ConversionCode.PRE_START_STOPS);
  }

  @Test
  void theScriptGoesOnAndTheStartWaitsForItsEndUnderSystemdOnly() {
    Played played =
        job("  stop\n  env PATH=/bin @pre-start after\n")
            .steps(start(), waits(), pause(300))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.PRE_START_STOPS);
    assertThat(played.upstart())
        .containsSubsequence("step 1 (start web) is done", "web pre-start 1 exits with 0")
        .doesNotContain("web main 1 begins");
    assertThat(played.systemd())
        .containsSubsequence("web pre-start 1 exits with 0", "step 1 (start web) is done")
        .doesNotContain("web main 1 begins");
  }

  @Test
  void theScriptMayEndWell() {
    job("  env PATH=/bin @pre-start before\n  [ -e /upstart4j-is-not-there ] || { stop; exit 0; }\n  env PATH=/bin @post-start\n")
        .steps(start(), waits(), pause(300))
        .play()
        .isExact(ConversionCode.PRE_START_STOPS);
  }

  @Test
  void theScriptMayFail() {
    job("  env PATH=/bin @pre-start\n  stop\n  exit 3\n")
        .steps(start(), waits(), pause(300))
        .play()
        .isExact(ConversionCode.PRE_START_STOPS);
  }

  @Test
  void whereTheScriptDoesNotStopItTheMainProcessIsStarted() {
    job("  env PATH=/bin @pre-start\n  [ -d / ] || stop\n")
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.PRE_START_STOPS);
  }

  @Test
  void whereTheScriptFailsTheStartFails() {
    job("  env PATH=/bin @pre-start\n  [ -d / ] || { stop; exit; }\n  exit 3\n")
        .steps(start(), waits(), pause(300))
        .play()
        .isExact(ConversionCode.PRE_START_STOPS);
  }

  @Test
  void respawningEndsWhereTheScriptStopsTheJob() {
    Row.of(
            """
            respawn
            pre-start script
              env PATH=/bin @pre-start
              [ ! -d @stage/folder/ran ] || { stop; exit 0; }
              mkdir -p @stage/folder/ran
            end script
            exec env PATH=/bin @main
            """)
        .steps(start(), mainRuns(), sends("KILL"), waits(), pause(500))
        .play()
        .isExact(ConversionCode.PRE_START_STOPS, ConversionCode.RESPAWN);
  }

  @Test
  void respawningEndsWhereTheScriptFails() {
    Row.of(
            """
            respawn
            pre-start script
              env PATH=/bin @pre-start
              [ -d / ] || { stop; exit 0; }
              [ ! -d @stage/folder/ran ] || exit 1
              mkdir -p @stage/folder/ran
            end script
            exec env PATH=/bin @main
            """)
        .steps(start(), mainRuns(), sends("KILL"), waits(), pause(500))
        .play()
        .isExact(ConversionCode.PRE_START_STOPS, ConversionCode.RESPAWN);
  }
}
