package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code upstart serve} says. */
class ServeCommandTest {

  @TempDir Path folder;

  @Test
  void itTellsWhatItServesAndTheLineWithWhichAShellFindsIt() throws IOException {
    Served.job(folder, "web", "task\n");
    Served.job(folder, "worker", "task\n");
    String address = "unix:abstract=/upstart-it/it's " + UUID.randomUUID();
    Shell shell = Shell.in(folder);

    try (Running server =
        Running.upstart(shell, "serve", "--confdir", "init", "--address", address)) {
      server.await("Serving 2 jobs of init\n").await("Listening at " + address);
      String line =
          server.await("UPSTART_SESSION=").output().lines().reduce((a, b) -> b).orElseThrow();

      assertThat(line).startsWith("export UPSTART_SESSION=");
      assertThat(shell.sh(line + "; upstart list").output().lines())
          .containsExactlyInAnyOrder("web stop/waiting", "worker stop/waiting");
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Shell.Result result =
        Shell.in(folder).upstart("serve", "--confdir", "none", "--address", "unix:abstract=/x");

    assertThat(result.errors()).isEqualTo("upstart serve: none: no such file\n");
    assertThat(result.status()).isEqualTo(1);
  }
}
