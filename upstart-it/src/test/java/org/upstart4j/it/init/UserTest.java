package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container of which nobody is root. */
class UserTest {

  @TempDir Path folder;

  @Test
  void anotherUserMayRunIt() throws IOException {
    assumeTrue(
        System.getProperty("user.name").equals("root"),
        "skipped: only root can start a container as another user");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Container.job(folder, "web", "start on startup", "exec sh -c 'id -un; exec sleep 1000'");
    List<String> user = List.of("setpriv", "--reuid", "nobody", "--clear-groups");

    try (Container container = Container.startAs(folder, user)) {
      container.awaitOutput("web: nobody\n").awaitLog("booted: web runs\n");
      String[] health = {
        "setpriv", "--reuid", "nobody", "--clear-groups", Container.program(), "health", "web"
      };
      assertThat(container.run(health)).isEqualTo(new Container.Result(0, ""));
      container.signal("TERM");

      assertThat(container.end()).isZero();
    }
  }
}
