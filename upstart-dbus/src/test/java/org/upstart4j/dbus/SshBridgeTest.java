package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Capability;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.Located;

/** Over ssh, with each program that can be the bridge. */
@Timeout(300)
class SshBridgeTest {

  @TempDir Path folder;

  private FakeSsh ssh(String program) {
    String[] words = program.split(" ");
    FakeSsh ssh = FakeSsh.with(folder, Stream.of(words).limit(1).toArray(String[]::new));
    return words.length > 1 ? ssh.program(words[1], FakeSsh.find(words[0])) : ssh;
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "python3 python", "python2", "perl", "socat"})
  void callsAndSignalsCross(String program) {
    Heard heard = new Heard();
    try (Served served = new Served();
        DbusUpstart client = ssh(program).to(served.address).build()) {
      client.subscribe(heard);
      served.fake.add("web");

      assertThat(heard.next()).isEqualTo("+web");
      assertThat(client.jobs()).hasToString("[web]");
      assertThat(client.capabilities())
          .contains(Capability.SIGNALS, Capability.STATE_DUMP)
          .doesNotContain(Capability.FILE_DESCRIPTORS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "perl", "socat"})
  void longMessagesCross(String program) {
    String state = "x".repeat(3_000_000);
    try (Served served = new Served();
        DbusUpstart client = ssh(program).to(served.address).build()) {
      served.fake.state(state);

      assertThat(client.stateDump()).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "perl", "socat"})
  void whereNobodyListensTheErrorSaysSo(String program) {
    try (DbusUpstart client = ssh(program).to(Served.address()).build()) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(client::version)
          .isNotInstanceOf(NoBridgeException.class)
          .withMessageContaining("Nobody can be reached at @/org/upstart4j/test/")
          .withMessageContaining("of root@web1: ")
          .withMessageContaining("Connection refused");
    }
  }

  @Test
  void aSocketMayBeAFile() {
    Path socket = folder.resolve("socket");
    FakeUpstart fake = new FakeUpstart();
    try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen("unix:path=" + socket)) {
      for (String program : new String[] {"python3", "perl", "socat"}) {
        try (DbusUpstart client = ssh(program).to("unix:path=" + socket).build()) {
          assertThat(client.version().numbers()).startsWith(1);
        }
      }
    }
  }

  @Test
  void whereNoProgramCanBeTheBridgeTheErrorHasAType() {
    try (DbusUpstart client = FakeSsh.with(folder).to(Served.address()).build()) {
      assertThatExceptionOfType(NoBridgeException.class)
          .isThrownBy(client::version)
          .withMessageContaining("root@web1")
          .withMessageContaining("neither python nor perl nor socat");
    }
  }

  @Test
  void aBusIsGreetedFirst() throws Exception {
    FakeUpstart fake = new FakeUpstart();
    Heard heard = new Heard();
    try (BusDaemon daemon = new BusDaemon(folder, "");
        UpstartDbusServer server = UpstartDbusServer.of(fake).joinBus(daemon.address);
        DbusUpstart client = ssh("python3").builder().bus(daemon.address).build()) {
      client.subscribe(heard);
      fake.add("web");

      assertThat(heard.next()).isEqualTo("+web");
      assertThat(client.jobs()).hasToString("[web]");
    }
  }

  @Test
  void aForcedCommandNeedsNoBridge() {
    try (Served served = new Served()) {
      String name = served.address.substring("unix:abstract=".length());
      FakeSsh ssh =
          FakeSsh.with(folder).script("ssh", "exec socat -T 90 - ABSTRACT-CONNECT:" + name);
      FakeSsh.find("socat");
      try (DbusUpstart client = ssh.builder().privateSocket().build()) {
        assertThat(client.version().numbers()).startsWith(1);
      }
    }
  }

  @Test
  void sudoMustNotAskForAPassword() {
    FakeSsh ssh =
        ssh("python3").script("bin/sudo", "[ \"$1\" = -n ] && shift && exec \"$@\"", "exit 1");
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).sudo().build()) {
      assertThat(client.version().numbers()).startsWith(1);
    }
  }

  @Test
  void theTransportNamesTheHostAndThenTheBridge() {
    try (Served served = new Served();
        DbusUpstart client = ssh("perl").to(served.address).build()) {
      assertThat(client.transport()).isEqualTo("D-Bus over ssh to root@web1");
      client.version();
      assertThat(client.transport()).startsWith("D-Bus over ssh to root@web1, by perl 5.");
      assertThat(client.place()).isEqualTo(Located.Place.ELSEWHERE);
    }
  }

  @Test
  void sshAsksForNothingAndPassesNothingOn() {
    FakeSsh ssh = ssh("python3");
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).build()) {
      client.version();

      assertThat(ssh.words())
          .startsWith("-p", "2222")
          .contains("BatchMode=yes", "ForwardAgent=no", "ClearAllForwardings=yes")
          .contains("ConnectTimeout=10", "ServerAliveInterval=20", "ServerAliveCountMax=3")
          .containsSequence("-T", "--", "root@web1");
      assertThat(folder.resolve("bin").toFile().list()).hasSize(3);
      assertThat(Files.exists(folder.resolve("bin/python3"))).isTrue();
    }
  }
}
