package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over ssh, with each shell that a login may have. */
@Timeout(300)
class SshShellTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "dash, python3",
    "dash, perl",
    "dash, socat",
    "bash, python3",
    "bash, perl",
    "bash, socat",
    "bsd-csh, python3",
    "bsd-csh, perl",
    "bsd-csh, socat",
    "tcsh, python3",
    "tcsh, perl",
    "tcsh, socat",
    "fish, python3",
    "fish, perl",
    "fish, socat",
    "zsh, python3",
    "ksh, python3",
    "mksh, perl",
    "busybox sh, python3",
    "busybox sh, socat"
  })
  void everyShellRunsTheBridge(String shell, String program) {
    String[] words = shell.split(" ", 2);
    String found = FakeSsh.find(words[0]) + (words.length > 1 ? " " + words[1] : "");
    FakeSsh ssh = new FakeSsh(folder, found + " -c", "sh", "id", program);
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).build()) {
      assertThat(client.version().numbers()).startsWith(1);
      assertThat(client.transport()).contains(", by " + program.replace("3", ""));
    }
  }
}
