package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code upstart health} says. */
class HealthTest {

  @TempDir Path folder;

  private void job(String name, String... lines) {
    Container.job(folder, name, lines);
  }

  private void assertHealth(Container container, int status, String said, String... jobs) {
    String[] words = new String[jobs.length + 1];
    words[0] = "health";
    System.arraycopy(jobs, 0, words, 1, jobs.length);
    assertThat(container.upstart(words)).isEqualTo(new Container.Result(status, said));
  }

  @Test
  void itIsHealthyWhenItHasBootedAndNothingHasFailed() {
    job("web", "start on startup", "exec sleep 1000");
    job("setup", "start on startup", "task", "exec true");
    job("later", "exec sleep 1000");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted");

      assertHealth(container, 0, "");
      assertHealth(container, 0, "", "web");
      assertHealth(container, 1, "later stop/waiting\n", "web", "later");
    }
  }

  @Test
  void itIsNotAsLongAsItBoots() {
    job("migrate", "start on startup", "task", "exec sh -c 'echo up; exec sleep 1000'");

    try (Container container = Container.start(folder)) {
      container.awaitOutput("migrate: up\n");

      assertHealth(container, 1, "the boot is not over\n");
    }
  }

  @Test
  void aFailureCountsUntilTheJobRunsAgain() {
    Path file = folder.resolve("file");
    job("web", "start on startup", "exec sh -c 'test -e " + file + " && exec sleep 1000; exit 3'");
    job("crash", "start on startup", "respawn", "respawn limit 1 60", "exec false");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted");
      assertHealth(
          container,
          1,
          "crash has failed: its main process was respawned too fast\n"
              + "web has failed: its main process exited with status 3\n");

      container.run("touch", file.toString());
      container.upstart("start", "web");
      assertHealth(
          container, 1, "crash has failed: its main process was respawned too fast\n", "web");
    }
  }

  @Test
  void aJobThatIsUnknownIsNotWell() {
    job("web", "start on startup", "exec sleep 1000");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted");
      Container.Result result = container.upstart("health", "wbe");

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.output()).contains("Unknown job: wbe", "web");
    }
  }

  @Test
  void noAnswerIsNotHealthy() {
    job("web", "start on startup", "exec sleep 1000");

    try (Container container = Container.start(folder, "--address", "unix:abstract=/elsewhere")) {
      container.awaitLog("booted");

      assertThat(container.upstart("health").status()).isEqualTo(1);
    }
  }
}
