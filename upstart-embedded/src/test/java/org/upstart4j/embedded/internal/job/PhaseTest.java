package org.upstart4j.embedded.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.State;

class PhaseTest {

  @ParameterizedTest
  @CsvSource({
    "STARTING, STOPPING, SECURITY_SPAWNING",
    "SECURITY_SPAWNING, STOPPING, SECURITY",
    "SECURITY, STOPPING, PRE_STARTING",
    "PRE_STARTING, STOPPING, PRE_START",
    "PRE_START, STOPPING, SPAWNING",
    "SPAWNING, STOPPING, SPAWNED",
    "SPAWNED, STOPPING, POST_STARTING",
    "POST_STARTING, STOPPING, POST_START",
    "POST_START, STOPPING, RUNNING",
    "PRE_STOPPING, PRE_STOP, PRE_STOP",
    "PRE_STOP, STOPPING, RUNNING",
    "STOPPING, KILLED, KILLED",
    "KILLED, POST_STOPPING, POST_STOPPING",
    "POST_STOPPING, POST_STOP, POST_STOP",
    "POST_STOP, WAITING, STARTING"
  })
  void aStateLeadsToTheNextOneByTheGoalWhateverRuns(Phase from, Phase stop, Phase start) {
    for (boolean mainRuns : new boolean[] {false, true}) {
      assertThat(from.next(false, mainRuns)).isEqualTo(stop);
      assertThat(from.next(true, mainRuns)).isEqualTo(start);
    }
  }

  @Test
  void aJobThatWaitsCanOnlyStart() {
    assertThat(Phase.WAITING.next(true, false)).isEqualTo(Phase.STARTING);
  }

  @Test
  void aRunningJobIsAskedWhetherToStopOnlyIfItsMainProcessRuns() {
    assertThat(Phase.RUNNING.next(false, true)).isEqualTo(Phase.PRE_STOPPING);
    assertThat(Phase.RUNNING.next(false, false)).isEqualTo(Phase.STOPPING);
    assertThat(Phase.RUNNING.next(true, true)).isEqualTo(Phase.STOPPING);
    assertThat(Phase.RUNNING.next(true, false)).isEqualTo(Phase.STOPPING);
  }

  @Test
  void thePhasesAreUpstartsStatesInTheirOrder() {
    List<String> words = Arrays.stream(Phase.values()).map(Phase::state).map(State::name).toList();

    assertThat(words)
        .containsExactly(
            "waiting",
            "starting",
            "security-spawning",
            "security",
            "pre-starting",
            "pre-start",
            "spawning",
            "spawned",
            "post-starting",
            "post-start",
            "running",
            "pre-stopping",
            "pre-stop",
            "stopping",
            "killed",
            "post-stopping",
            "post-stop");
  }
}
