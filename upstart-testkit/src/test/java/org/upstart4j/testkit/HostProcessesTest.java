package org.upstart4j.testkit;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;
import static org.upstart4j.testkit.UpstartAssertions.assertThatExceptionOfType;
import static org.upstart4j.testkit.UpstartAssertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.EventFailedException;

/** Jobs that are run for real. */
class HostProcessesTest {

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job("web", "start on deployed\nexec sleep 1000\n")
          .withJob("task", "start on checked\ntask\nexec test \"$VALUE\" = right\n")
          .withJob("short", "exec sleep 0.2\n")
          .withHostProcesses();

  @Test
  void whatAnEventSetsOffIsWaitedFor() {
    upstart.emit("deployed");

    assertThat(upstart.job("web")).isRunning();
    upstart.stop("web");
    assertThat(upstart.job("web")).isStopped();
    assertThat(upstart.history())
        .containsSubsequence("web main process", "TERM to web main process", "event stopped");
  }

  @Test
  void realProgramsSucceedAndFail() {
    upstart.emit("checked", "VALUE=right");

    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> upstart.emit("checked", "VALUE=wrong"));
  }

  @Test
  void whatTakesTimeCanBeWaitedFor() {
    upstart.start("short");

    assertThat(upstart.job("short")).stopsWithin(Duration.ofSeconds(60));
  }

  @Test
  void noTestSaysWhatRealProcessesDo() {
    assertThatIllegalStateException().isThrownBy(() -> upstart.when("sleep"));
    assertThatIllegalStateException().isThrownBy(() -> upstart.advance(Duration.ofSeconds(1)));
  }
}
