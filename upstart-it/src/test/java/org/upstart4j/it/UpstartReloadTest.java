package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstartReloadTest {

  @TempDir Path folder;

  @Test
  void anUpstartIsAskedToReload() throws IOException {
    Served.job(folder, "web", "");
    try (Served served = Served.in(folder);
        Running monitor = Running.upstart(served.shell(), "monitor", "--only=jobs,connection")) {
      monitor.await("connected");
      Shell.Result result = served.shell().sh("upstart-reload");

      assertThat(result.output() + result.errors()).isEmpty();
      assertThat(result.status()).isZero();
      monitor.await("job-added web");
    }
  }

  @Test
  void aSessionThatIsNotThereIsAFailure() {
    Shell.Result result =
        Shell.in(folder)
            .with("UPSTART_SESSION", "unix:abstract=/upstart-it/nobody")
            .sh("upstart-reload");

    assertThat(result.errors())
        .startsWith(
            "upstart-reload: Unable to connect to Upstart: Failed to connect to socket"
                + " /upstart-it/nobody: Connection refused\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aProcess1ThatIsNoUpstartIsLeftAlone() throws IOException {
    String first = Files.readString(Path.of("/proc/1/comm")).strip();
    assumeFalse(first.equals("init"), "skipped: process 1 may be an Upstart");
    Shell.Result result = Shell.in(folder).sh("upstart-reload --transport private");

    assertThat(result.errors())
        .startsWith("upstart-reload: Unable to connect to Upstart: ")
        .contains("; and process 1 is no Upstart, but ");
    assertThat(result.status()).isEqualTo(1);
  }
}
