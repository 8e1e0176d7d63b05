package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Deadline;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** A real sshd on this machine, with keys and settings of its own. */
@Timeout(300)
class SshServerTest {

  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  @TempDir Path folder;

  private int port;
  private Process sshd;

  @BeforeEach
  void startServer() throws Exception {
    assumeTrue(Files.isExecutable(SSHD), "skipped: there is no " + SSHD);
    key("host");
    key("user");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path config = folder.resolve("sshd_config");
    Files.write(
        config,
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("user.pub"),
            "StrictModes no",
            "UsePAM no",
            "PidFile none",
            "PermitRootLogin yes"));
    sshd =
        new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    Deadline deadline = soon();
    while (!listens()) {
      assumeTrue(sshd.isAlive(), () -> "skipped: sshd does not run here: " + logged());
      deadline.sleep(Duration.ofMillis(10), "sshd");
    }
  }

  private void key(String name) {
    CommandRunner.local()
        .run(
            Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder + "/" + name),
            soon());
  }

  private Path log() {
    return folder.resolve("log");
  }

  private String logged() {
    try {
      return Files.readString(log());
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @AfterEach
  void stopServer() {
    if (sshd != null) {
      sshd.destroy();
    }
  }

  private static Deadline soon() {
    return Deadline.of(Wait.atMost(Duration.ofSeconds(60)));
  }

  private SshRunner runner(String key) {
    return CommandRunner.ssh(
        System.getProperty("user.name") + "@127.0.0.1",
        "-F",
        "/dev/null",
        "-p",
        Integer.toString(port),
        "-i",
        folder.resolve(key).toString(),
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "StrictHostKeyChecking=no",
        "-o",
        "UserKnownHostsFile=" + folder.resolve("known"));
  }

  private long logins() {
    return logged().lines().filter(line -> line.startsWith("Accepted publickey")).count();
  }

  @Test
  void manyProgramsShareOneConnectionWhichEndsWithTheRunner() {
    try (SshRunner runner = runner("user")) {
      for (int i = 0; i < 5; i++) {
        assertThat(runner.run(Command.of("printf", "%s|", "a b", "it's", "$HOME"), soon()).output())
            .isEqualTo("a b|it's|$HOME|");
      }
      assertThat(logins()).isEqualTo(1);

      runner.close();
      assertThat(runner.run(Command.of("sh", "-c", "exit 3"), soon()).status()).isEqualTo(3);
      assertThat(logins()).isEqualTo(2);
    }
  }

  @Test
  void programsMayRunAtOnce() {
    try (SshRunner runner = runner("user")) {
      List<CompletableFuture<String>> all =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> runner.run(Command.of("echo", "" + i), soon()).output()))
              .toList();

      assertThat(all.stream().map(CompletableFuture::join))
          .containsExactly("0\n", "1\n", "2\n", "3\n", "4\n", "5\n", "6\n", "7\n");
    }
  }

  @Test
  void aDeadlineEndsTheWaitingForAProgramThere() {
    try (SshRunner runner = runner("user")) {
      runner.run(Command.of("true"), soon());

      assertThatExceptionOfType(UpstartTimeoutException.class)
          .isThrownBy(
              () ->
                  runner.run(
                      Command.of("sleep", "5"), Deadline.of(Wait.atMost(Duration.ofMillis(300)))));

      assertThat(runner.run(Command.of("echo", "still"), soon()).output()).isEqualTo("still\n");
      assertThat(logins()).isEqualTo(1);
    }
  }

  @Test
  void aKeyThatIsNotKnownMeansThatNoUpstartCanBeReached() {
    key("stranger");
    try (SshRunner runner = runner("stranger")) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(() -> runner.run(Command.of("true"), soon()))
          .withMessageContaining("Permission denied");
    }
  }

  @Test
  void anUpstartIsReachedThroughIt() {
    String initctl =
        FakeProgram.of(
            folder,
            "initctl",
            "[ \"$LC_ALL\" = C ] && [ -z \"$UPSTART_JOB\" ] || exit 9",
            "case $1 in version) echo 'init (upstart 1.13.2)';;",
            "*) echo \"initctl: Unknown job: $2\" >&2; exit 1;; esac");
    try (Upstart upstart =
        InitctlUpstart.builder().runner(runner("user")).program(initctl).build()) {
      assertThat(upstart.version().isAtLeast(1, 13)).isTrue();
      assertThat(upstart.transport()).endsWith("@127.0.0.1");
    }
  }
}
