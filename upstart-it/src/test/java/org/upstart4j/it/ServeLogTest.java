package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.site.Eventually;

/** Where {@code upstart serve} puts the output of jobs. */
class ServeLogTest {

  @TempDir Path folder;

  private String[] serve(String logs) throws IOException {
    Served.job(folder, "talk", "start on startup\nexec echo hello\n");
    return new String[] {
      "serve",
      "--confdir",
      "init",
      "--logdir",
      logs,
      "--startup-event",
      "startup",
      "--address",
      "unix:abstract=/upstart-it/" + UUID.randomUUID()
    };
  }

  @Test
  void aMissingFolderIsCreated() throws IOException {
    Running server = Running.upstart(Shell.in(folder), serve("var/logs"));
    try {
      Path log = folder.resolve("var/logs/talk.log");
      Eventually.is(() -> Files.exists(log), "the log");
      assertThat(log).hasContent("hello\n");
    } finally {
      server.close();
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedWithTheReason() throws IOException {
    Files.createFile(folder.resolve("file"));
    Shell.Result result = Shell.in(folder).upstart(serve("file"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors()).contains("file: no folder for logs");
  }
}
