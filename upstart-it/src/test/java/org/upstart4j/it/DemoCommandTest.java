package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir Path folder;

  @Test
  void theDemoRunsAnywhereAndLeavesNothingBehind() {
    Shell.Result result = Shell.in(folder).upstart("demo");

    assertThat(result.output())
        .contains(
            "starts on     (local-filesystems and net-device-up IFACE!=lo)",
            "-env PORT=8080\n+env PORT=80\n",
            "did you mean \"respawn\"?",
            "    0.000 s  web goal start",
            "   10.000 s  web start/running, process ",
            "   70.000 s  event stopped JOB=web INSTANCE= RESULT=ok",
            "python - <<END");
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyCommandExplainsItself() {
    Shell shell = Shell.in(folder);
    String all =
        "parse check edit create serve demo"
            + " monitor ensure wait log tree enable disable completion man";
    for (String command : all.split(" ")) {
      Shell.Result help = shell.upstart(command, "--help");
      assertThat(help.output()).startsWith("Usage: upstart " + command);
      assertThat(help.status()).isZero();
    }
  }
}
