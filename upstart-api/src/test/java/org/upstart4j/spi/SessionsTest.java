package org.upstart4j.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Session;

class SessionsTest {

  private static final long RUNNING = ProcessHandle.current().pid();

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aSessionIsFoundByItsFile() throws IOException {
    write(RUNNING + ".session", "UPSTART_SESSION=unix:abstract=/x/1\n");

    assertThat(Sessions.find(folder)).containsExactly(new Session(RUNNING, "unix:abstract=/x/1"));
  }

  @Test
  void filesThatTellOfNoSessionThatRunsAreLeftOut() throws IOException {
    write(Integer.MAX_VALUE + ".session", "UPSTART_SESSION=unix:abstract=/gone\n");
    write(RUNNING + ".other", "UPSTART_SESSION=unix:abstract=/x\n");
    write("name.session", "UPSTART_SESSION=unix:abstract=/x\n");
    write(".session", "UPSTART_SESSION=unix:abstract=/x\n");
    write(RUNNING + ".session", "UPSTART_SESSION=\n");

    assertThat(Sessions.find(folder)).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHasNone() throws IOException {
    assertThat(Sessions.find(folder.resolve("missing"))).isEmpty();
    write("file", "");
    assertThat(Sessions.find(folder.resolve("file"))).isEmpty();
  }
}
