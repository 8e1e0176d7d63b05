package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under which settings a process runs, seen from within. */
class HostSetupTest {

  @TempDir Path folder;
  private Host host;

  @BeforeEach
  void open() {
    host = new Host(folder);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void theProgramHasTheProcessIdOfTheSpawnedProcessAndLeadsItsSession() {
    Host.Spawned spawned = host.job().shell("echo $$; cut -d' ' -f5,6 /proc/$$/stat");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(Host.numbers(host.logged()))
        .containsExactly(spawned.pid(), spawned.pid(), spawned.pid());
  }

  @Test
  void itsVariablesAreThoseOfTheRequestInTheirOrderAndNoOthers() throws IOException {
    host.job().run("cat", "/proc/self/environ").observed().toTheEnd();

    assertThat(host.logged().split("\0")).containsExactlyElementsOf(Host.ENVIRONMENT.entries());
  }

  @Test
  void aScriptIsReadFromFileDescriptor9() {
    Host.Spawned spawned =
        host.job().longScript("echo one\necho two\nls -l /proc/$$/fd | grep -c 9\nexit 7\n");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 7");
    assertThat(host.logged()).startsWith("one\ntwo\n");
  }

  @Test
  void umaskNiceFolderAndLimitsReachIt() {
    String seen =
        host.output(
            host.job("umask 027", "chdir /usr", "nice 5", "limit nofile 77 88", "oom score 12"),
            "umask; pwd; nice; ulimit -n; ulimit -Hn; cat /proc/self/oom_score_adj");

    assertThat(seen.split("\n")).containsExactly("0027", "/usr", "5", "77", "88", "12");
  }
}
