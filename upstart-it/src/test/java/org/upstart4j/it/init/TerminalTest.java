package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.it.site.Eventually;

/** A container at a terminal. */
class TerminalTest {

  @TempDir Path folder;

  @Test
  void controlCStopsItInOrderAndTheTerminalIsAsBefore() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "skipped: there is no script(1)");
    Container.job(
        folder, "web", "start on startup", "exec sleep 1000", "post-stop exec echo stopped");
    Path shown = folder.resolve("shown");
    Process script =
        new ProcessBuilder("script", "-qec", Container.inTerminal(folder), "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(shown.toFile()))
            .start();
    try (OutputStream keys = script.getOutputStream()) {
      Eventually.is(() -> shows(shown, "booted: web runs"), "the boot");
      keys.write(3);
      keys.flush();

      Eventually.is(() -> shows(shown, "terminal"), "the end");
      assertThat(Files.readString(shown))
          .contains("web: stopped\r\n", "all jobs have stopped\r\n", "exit 0, terminal as before");
    } finally {
      script.destroyForcibly();
    }
  }

  private static boolean shows(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
