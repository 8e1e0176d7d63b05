package org.upstart4j.it.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartBuilder;
import org.upstart4j.dbus.NoBridgeException;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.it.Project;
import org.upstart4j.it.site.Eventually;

/** A real ssh and a real sshd: what they say, and what becomes of them. */
@Timeout(300)
class RealSshTest {

  @TempDir Path folder;

  /** An engine at an address of its own, and an sshd before it. */
  private final class Host implements AutoCloseable {

    final String address = SshFixture.address();
    final EmbeddedUpstart engine;
    final UpstartDbusServer server;
    final TestedSshd sshd;

    Host(FarEnd far) {
      sshd = TestedSshd.start(folder.resolve("far"), far);
      engine = EmbeddedUpstart.builder().folder(folder).build();
      server = UpstartDbusServer.of(engine).listen(address);
    }

    DbusUpstartBuilder builder(String... options) {
      return SshFixture.builder(sshd, address, options);
    }

    @Override
    public void close() {
      server.close();
      engine.close();
      sshd.close();
    }
  }

  private static void assertUnreachable(DbusUpstartBuilder builder, String reason) {
    try (DbusUpstart client = builder.build()) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(client::version)
          .isNotInstanceOf(NoBridgeException.class)
          .withMessageContaining("can't be reached over ssh: ")
          .withMessageContaining(reason);
    }
  }

  private static void assertAnswers(DbusUpstartBuilder builder) {
    try (DbusUpstart client = builder.build()) {
      assertThat(client.version().numbers()).startsWith(1);
    }
  }

  @Test
  void aHostWithoutABridgeSaysSo() {
    try (Host host = new Host(FarEnd.bare());
        DbusUpstart client = host.builder().build()) {
      assertThatExceptionOfType(NoBridgeException.class)
          .isThrownBy(client::version)
          .withMessageContaining("neither python nor perl nor socat");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "dash", "tcsh", "bsd-csh", "fish", "zsh"})
  void everyLoginShellRunsTheBridge(String shell) {
    try (Host host = new Host(FarEnd.with("perl").shell(shell))) {
      assertAnswers(host.builder());
    }
  }

  @Test
  void aShellThatLetsNobodyInHasNoBridge() {
    try (Host host = new Host(FarEnd.with("perl").shell("nologin"));
        DbusUpstart client = host.builder().build()) {
      assertThatExceptionOfType(NoBridgeException.class)
          .isThrownBy(client::version)
          .withMessageContaining("its shell has ended with status 1");
    }
  }

  @Test
  void bannersAndLoginsMayBeChatty() throws IOException {
    Path banner = Files.writeString(folder.resolve("banner"), "Do not enter!\n".repeat(3000));
    FarEnd far =
        FarEnd.with("perl")
            .file(".bashrc", "echo Welcome; echo 'an error' >&2; printf 'no end of line: '")
            .setting("Banner " + banner);
    try (Host host = new Host(far)) {
      assertAnswers(host.builder());
    }
  }

  @Test
  void anotherHostKeyIsRefused() throws IOException {
    try (Host host = new Host(FarEnd.with("perl"))) {
      TestedSshd.key(folder.resolve("other"));
      Files.writeString(
          host.sshd.knownHosts(),
          "[127.0.0.1]:" + host.sshd.port() + " " + Files.readString(folder.resolve("other.pub")));

      assertUnreachable(host.builder(), "Host key verification failed.");
    }
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    try (Host host = new Host(FarEnd.with("perl"))) {
      TestedSshd.key(folder.resolve("other"));

      assertUnreachable(
          host.builder().ssh(host.sshd.destination(), "-F", withoutKey(host.sshd).toString()),
          "Permission denied");
    }
  }

  private Path withoutKey(TestedSshd sshd) throws IOException {
    List<String> lines =
        Files.readAllLines(sshd.clientConfig()).stream()
            .map(
                line ->
                    line.contains("IdentityFile") ? "  IdentityFile " + folder + "/other" : line)
            .toList();
    return Files.write(folder.resolve("other_config"), lines);
  }

  @Test
  void aPortThatNobodyListensAtRefuses() {
    try (Host host = new Host(FarEnd.with("perl"))) {
      host.sshd.close();

      assertUnreachable(host.builder(), "Connection refused");
    }
  }

  @Test
  void aHostThatAcceptsAndSaysNothingEndsAtTheLimit() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Host host = new Host(FarEnd.with("perl"))) {
      assertUnreachable(
          host.builder("-p", Integer.toString(silent.getLocalPort()))
              .connectTimeout(Duration.ofSeconds(1)),
          "timed out");
    }
  }

  @Test
  void sshIsNotAskedForAnythingThatTheUserHasForbidden() {
    try (Host host = new Host(FarEnd.with("perl"))) {
      // ssh takes the first value of an option, so the caller's wins
      assertUnreachable(
          host.builder("-o", "PreferredAuthentications=password"), "Permission denied");
    }
  }

  @Test
  void nothingIsLeftThereOnceSshIsKilled() {
    try (Host host = new Host(FarEnd.with("python3"))) {
      try (DbusUpstart client = host.builder().build()) {
        client.version();
        assertThat(host.sshd.sessions()).isNotEmpty();

        clients(host).forEach(ProcessHandle::destroyForcibly);

        Eventually.is(() -> host.sshd.sessions().isEmpty(), "the end of the far end");
        assertThat(client.version().numbers()).startsWith(1);
        assertThat(clients(host)).hasSize(1);
      }
      Eventually.is(() -> host.sshd.sessions().isEmpty(), "the end of the far end");
      Eventually.is(() -> clients(host).isEmpty(), "the end of ssh");
    }
  }

  /** The clients of an sshd. */
  private static List<ProcessHandle> clients(Host host) {
    String config = host.sshd.clientConfig().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(config))
        .toList();
  }

  @Test
  void twentyClientsAtOnceAllAnswerAndLeaveNothing() {
    try (Host host = new Host(FarEnd.with("perl"))) {
      List<CompletableFuture<Void>> all =
          IntStream.range(0, 20)
              .mapToObj(number -> CompletableFuture.runAsync(() -> assertAnswers(host.builder())))
              .toList();
      all.forEach(CompletableFuture::join);

      Eventually.is(() -> host.sshd.sessions().isEmpty(), "the end of the far end");
      Eventually.is(() -> clients(host).isEmpty(), "the end of ssh");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "perl", "socat"})
  void aForcedCommandOfTheDocumentIsEnough(String program) throws IOException {
    Path real = FarEnd.program(program.equals("python") ? "python3" : program);
    try (Host host = new Host(FarEnd.bare().with(program, real))) {
      String name = host.address.substring("unix:abstract=".length());
      Path keys = host.sshd.authorizedKeys();
      String line =
          Files.readAllLines(Project.file("docs/ssh.md")).stream()
              .filter(text -> text.startsWith("command=\"exec " + program + " "))
              .findFirst()
              .orElseThrow()
              .replace("/com/ubuntu/upstart", name)
              .replaceFirst("ssh-ed25519 .*", "");
      Files.writeString(keys, line + Files.readString(keys));

      assertAnswers(host.builder().privateSocket());
      assertThat(host.sshd.log()).doesNotContain("bad options");
    }
  }

  @Test
  void aSystemBusThatIsNotThereIsNamed() {
    try (Host host = new Host(FarEnd.with("perl"));
        DbusUpstart client = host.builder().bus("unix:path=" + folder + "/no-bus").build()) {
      assertThatThrownBy(client::version)
          .isInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("Nobody can be reached at " + folder + "/no-bus of ")
          .hasMessageContaining("No such file or directory");
    }
  }
}
