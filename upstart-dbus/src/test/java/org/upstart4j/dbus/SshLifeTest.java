package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Event;
import org.upstart4j.UpstartUnavailableException;

/** How a connection over ssh lives and dies. The fake ssh becomes the bridge. */
@Timeout(300)
class SshLifeTest {

  @TempDir Path folder;

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }
  }

  @Test
  void whatWaitsFailsWhenSshIsKilledAndTheSubscriptionComesBack() throws Exception {
    FakeSsh ssh = FakeSsh.with(folder, "python3");
    Heard heard = new Heard();
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).build()) {
      served.fake.hold("held");
      client.subscribe(heard);
      CompletableFuture<Void> waiting = client.emitAsync(Event.of("held")).toCompletableFuture();
      client.version();

      signal("KILL", ssh.processes());

      assertThatThrownBy(waiting::join)
          .hasCauseInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("The connection to root@web1 over ssh has ended");
      heard.until("lost");
      heard.until("regained +[] -[]");
      served.fake.add("web");
      assertThat(heard.next()).isEqualTo("+web");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "perl", "socat"})
  void closingLeavesNoProcess(String program) {
    FakeSsh ssh = FakeSsh.with(folder, program);
    try (Served served = new Served()) {
      try (DbusUpstart client = ssh.to(served.address).build()) {
        client.version();
        if (!program.equals("socat")) {
          assertThat(ssh.processes()).isNotEmpty();
        }
      }
      FakeSsh.await(() -> ssh.processes().isEmpty(), "the end of the bridge");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "perl"})
  void aProgramThatIsKilledLeavesNoProcess(String program) throws Exception {
    FakeSsh ssh = FakeSsh.with(folder, program);
    try (Served served = new Served()) {
      try (SmallProgram killed =
          SmallProgram.start(SshProgram.class, folder.resolve("ssh").toString(), served.address)) {
        killed.await("reached");
        assertThat(ssh.processes()).isNotEmpty();
      }
      FakeSsh.await(() -> ssh.processes().isEmpty(), "the end of the bridge");
    }
  }

  @Test
  void anOpenConnectionHasNoThreadThatWaitsForSsh() {
    FakeSsh ssh = FakeSsh.with(folder, "python3");
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).build()) {
      client.version();
      long pid = ssh.processes().get(0).pid();

      FakeSsh.await(
          () ->
              ProcessHandle.current().children().noneMatch(child -> child.pid() == pid)
                  && ssh.processes().size() == 1,
          "the end of the shell that started it");
    }
  }

  @Test
  void anSshThatStopsIsLikeANetworkThatVanishes() throws Exception {
    FakeSsh ssh = FakeSsh.with(folder, "python3");
    Heard heard = new Heard();
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).silence(Duration.ofSeconds(3)).build()) {
      client.subscribe(heard);
      List<ProcessHandle> first = ssh.processes();
      CompletableFuture<String> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                served.fake.hold("held");
                client.emit(Event.of("held"));
                return "";
              });
      FakeSsh.await(() -> served.fake.log.toString().contains("held"), "the event");

      signal("STOP", first);

      assertThatThrownBy(waiting::join).hasMessageContaining("It has not answered for 3 seconds");
      heard.until("lost");
      heard.until("regained +[] -[]");
      FakeSsh.await(
          () -> first.stream().noneMatch(ProcessHandle::isAlive), "the end of what stopped");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "perl"})
  void aBridgeThatHearsNothingFromUsLeavesHoweverMuchUpstartSays(String program) throws Exception {
    FakeSsh ssh = FakeSsh.with(folder, program);
    try (Served served = new Served()) {
      List<String> words;
      try (DbusUpstart client = ssh.to(served.address).silence(Duration.ofSeconds(3)).build()) {
        client.version();
        words = ssh.words();
      }
      String line = words.get(words.size() - 1);
      Process bridge = new ProcessBuilder("/bin/sh", "-c", line).start();
      bridge.getOutputStream().write("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n".getBytes("US-ASCII"));
      bridge.getOutputStream().flush();
      for (int count = 0; bridge.isAlive(); count++) {
        served.fake.add("job" + count);
        Thread.onSpinWait();
      }
      assertThat(bridge.waitFor()).isGreaterThan(128);
    }
  }

  @Test
  void aQuietConnectionStaysByItsPings() throws Exception {
    FakeSsh ssh = FakeSsh.with(folder, "python3");
    Heard heard = new Heard();
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).silence(Duration.ofSeconds(3)).build()) {
      client.subscribe(heard);
      List<ProcessHandle> first = ssh.processes();
      long begun = System.nanoTime();
      // longer than the other end stays without pings
      FakeSsh.await(
          () -> System.nanoTime() - begun > Duration.ofSeconds(8).toNanos(), "some silence");
      served.fake.add("web");

      assertThat(heard.next()).isEqualTo("+web");
      assertThat(first).allMatch(ProcessHandle::isAlive);
    }
  }
}
