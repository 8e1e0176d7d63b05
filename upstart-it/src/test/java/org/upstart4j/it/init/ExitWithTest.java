package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that ends with a job. */
class ExitWithTest {

  @TempDir Path folder;

  private void job(String name, String... lines) {
    Container.job(folder, name, lines);
  }

  private int exit(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--exit-with";
    all[1] = "main";
    System.arraycopy(options, 0, all, 2, options.length);
    try (Container container = Container.start(folder, all)) {
      int status = container.end();
      log = container.log();
      output = container.output();
      return status;
    }
  }

  private String log = "";
  private String output = "";

  @Test
  void itExitsAsTheMainProcessDoes() {
    job("main", "start on startup", "exec sh -c 'echo last words; exit 3'");
    job("other", "start on starting main", "exec sleep 1000", "post-stop exec echo stopped");

    assertThat(exit()).isEqualTo(3);
    assertThat(output).contains("main: last words\n", "other: stopped\n");
    assertThat(log)
        .contains(
            "main has failed: its main process exited with status 3\n",
            "stopping as main has ended");
  }

  @Test
  void aTaskThatSucceedsIs0() {
    job("main", "start on startup", "task", "exec true");

    assertThat(exit()).isZero();
  }

  @Test
  void aStatusThatTheJobTakesForGoodIsPassedOnAsWell() {
    job("main", "start on startup", "normal exit 7", "exec sh -c 'exit 7'");

    assertThat(exit()).isEqualTo(7);
  }

  @Test
  void aSignalIs128AndItsNumber() {
    job("main", "start on startup", "exec sh -c 'kill -9 $$'");

    assertThat(exit()).isEqualTo(137);
  }

  @Test
  void itIsRespawnedUntilItsLimit() {
    job(
        "main",
        "start on startup",
        "respawn",
        "respawn limit 2 60",
        "exec sh -c 'echo again; exit 4'");

    assertThat(exit()).isEqualTo(4);
    assertThat(output).isEqualTo("main: again\n".repeat(3));
    assertThat(log).contains("main has failed: its main process was respawned too fast\n");
  }

  @Test
  void endingWellTooOftenIsAFailure() {
    job("main", "start on startup", "respawn", "respawn limit 2 60", "exec true");

    assertThat(exit()).isEqualTo(1);
  }

  @Test
  void aJobThatCannotStartIs1AndSaysWhy() {
    job("main", "start on startup", "pre-start exec sh -c 'exit 5'", "exec sleep 1000");

    assertThat(exit()).isEqualTo(1);
    assertThat(log).contains("main has failed: its pre-start process exited with status 5\n");
  }

  @Test
  void aProgramThatIsNotThereIs1AndSaysWhy() {
    job("main", "start on startup", "exec /no/such/program");

    assertThat(exit()).isEqualTo(1);
    assertThat(log)
        .contains(
            "main has failed: its main process could not be run: unable to execute: No such file or"
                + " directory\n");
  }

  @Test
  void itsStatusCountsEvenIfOthersMustBeKilled() {
    job("main", "start on started stubborn", "exec sh -c 'exit 3'");
    job(
        "stubborn",
        "start on startup",
        "kill timeout 600",
        "exec sh -c 'trap \"\" TERM; while :; do sleep 1; done'");

    assertThat(exit("--stop-timeout", "500ms")).isEqualTo(3);
    assertThat(log).contains("killed after 500ms: stubborn\n");
  }

  @Test
  void aRestartIsNoEnd() {
    job("main", "start on startup", "exec sh -c 'echo up; exec sleep 1000'");

    try (Container container = Container.start(folder, "--exit-with", "main")) {
      container.awaitLog("booted");
      assertThat(container.upstart("restart", "main").status()).isZero();
      container.awaitOutput("main: up\nmain: up\n");
      assertThat(container.upstart("health", "main").status()).isZero();
      container.signal("TERM");

      assertThat(container.end()).isZero();
    }
  }

  @Test
  void anUnknownJobIsSaidAtOnce() {
    job("mein", "start on startup", "exec sleep 1000");

    assertThat(exit()).isEqualTo(1);
    assertThat(log).contains("Unknown job: main", "mein");
  }
}
