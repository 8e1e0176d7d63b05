package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a container is stopped. */
class StopTest {

  private static final String STUBBORN =
      "exec sh -c 'trap \"\" TERM; echo up; while :; do sleep 1; done'";

  @TempDir Path folder;

  private void job(String name, String... lines) {
    Container.job(folder, name, lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "RTMIN+3"})
  void jobsStopByTheirRulesAndItExitsWith0(String signal) {
    job(
        "web",
        "start on startup",
        "stop on runlevel [016]",
        "pre-stop exec echo pre-stop",
        "exec sh -c 'trap \"echo bye; exit\" QUIT; echo up; while :; do sleep 0.1; done'",
        "kill signal QUIT",
        "post-stop exec echo post-stop");
    job("halt", "start on runlevel 0", "task", "exec echo $PREVLEVEL to $RUNLEVEL, $INIT_HALT");

    try (Container container = Container.start(folder)) {
      container.awaitOutput("web: up\n").awaitLog("booted").signal(signal);

      assertThat(container.end()).isZero();
      assertThat(container.output())
          .containsSubsequence("web: pre-stop\n", "web: bye\n", "web: post-stop\n")
          .contains("halt: 2 to 0, HALT\n");
      assertThat(container.log())
          .contains("stopping on SIG" + signal + "; that may take 8s\n", "all jobs have stopped\n");
    }
  }

  @Test
  void jobsWithoutARuleStopAfterThose() {
    job(
        "first",
        "start on startup",
        "stop on runlevel [016]",
        "exec sleep 1000",
        "post-stop exec sh -c 'status second; echo stopped'");
    job("second", "start on startup", "exec sleep 1000", "post-stop exec echo stopped");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted").signal("TERM");

      assertThat(container.end()).isZero();
      assertThat(container.output())
          .containsSubsequence(
              "first: second start/running", "first: stopped\n", "second: stopped\n");
    }
  }

  @Test
  void aJobThatIgnoresItsSignalIsKilledByItsOwnRule() {
    job("stubborn", "start on startup", "kill timeout 1", STUBBORN);

    try (Container container = Container.start(folder)) {
      container.awaitOutput("stubborn: up\n").signal("TERM");

      assertThat(container.end()).isZero();
    }
  }

  @Test
  void whatHasNotStoppedInTimeIsKilledAndNamed() {
    job("stubborn", "start on startup", "instance $N", "kill timeout 600", "env N=1", STUBBORN);

    try (Container container = Container.start(folder, "--stop-timeout", "500ms")) {
      container.awaitOutput("stubborn/1: up\n").signal("TERM");

      assertThat(container.end()).isEqualTo(1);
      assertThat(container.log()).contains("killed after 500ms: stubborn (1)\n");
    }
  }

  @Test
  void aSlowJobDoesNotKeepOthersFromStopping() {
    job("slow", "start on startup", "stop on runlevel 0", "kill timeout 600", STUBBORN);
    job("other", "start on startup", "exec sleep 1000", "post-stop exec echo stopped");

    try (Container container = Container.start(folder, "--stop-timeout", "10s")) {
      container.awaitOutput("slow: up\n").awaitLog("booted").signal("TERM");
      container.awaitOutput("other: stopped\n").signal("TERM");

      assertThat(container.end()).isEqualTo(1);
    }
  }

  @Test
  void aSecondSignalKillsAtOnce() {
    job("stubborn", "start on startup", "kill timeout 600", STUBBORN);

    try (Container container = Container.start(folder, "--stop-timeout", "10m")) {
      container.awaitOutput("up").signal("TERM").awaitLog("stopping on SIGTERM").signal("TERM");

      assertThat(container.end()).isEqualTo(1);
      assertThat(container.log()).contains("killed, as asked for once more: stubborn\n");
    }
  }

  @Test
  void itStopsWhileItBoots() {
    job("hook", "start on starting rc", "task", "exec sh -c 'echo up; exec sleep 1000'");
    job("never", "start on stopped rc", "exec echo never");

    try (Container container = Container.start(folder)) {
      container.awaitOutput("hook: up\n").signal("INT");

      assertThat(container.end()).isZero();
      assertThat(container.log()).doesNotContain("booted");
      assertThat(container.output()).doesNotContain("never");
    }
  }

  @Test
  void aDaemonThatHasLeftItsJobMayEndByItselfToo() {
    job(
        "start-daemon",
        "start on startup",
        "task",
        "exec setsid sh -c '{ trap \"echo bye; exit\" TERM; echo up; while :; do sleep 0.1; done; }"
            + " &'");

    try (Container container = Container.start(folder)) {
      container.awaitOutput("up\n").awaitLog("booted").signal("TERM");

      assertThat(container.end()).isZero();
      assertThat(container.output()).contains("start-daemon: bye\n");
    }
  }

  @Test
  void hangupReadsTheJobFilesAgain() {
    job("web", "start on startup", "exec sleep 1000");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted").signal("HUP").awaitLog("reading the job files again\n");
      container.signal("TERM");

      assertThat(container.end()).isZero();
    }
  }

  @Test
  void aChangeOfThePowerIsLeftToAJob() {
    job("power", "start on power-status-changed", "task", "exec echo power");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted").signal("PWR").awaitOutput("power: power\n").signal("TERM");

      assertThat(container.end()).isZero();
    }
  }

  @Test
  void aChangeOfThePowerThatNoJobKnowsStopsIt() {
    job("web", "start on startup", "exec sleep 1000");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted").signal("PWR");

      assertThat(container.end()).isZero();
      assertThat(container.log()).contains("stopping on SIGPWR");
    }
  }
}
