package org.upstart4j.dbus;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.UpstartUnavailableException;

class ListeningTest {

  @TempDir private Path folder;
  private final FakeUpstart fake = new FakeUpstart();

  @Test
  void severalAddressesServeTheSameUpstart() {
    fake.add("web");
    String other = Served.address();
    try (Served served = new Served();
        DbusUpstart client = Served.client(other)) {
      served.server.listen(other);
      served.fake.add("web");

      assertThat(client.jobs()).hasToString(served.client.jobs().toString()).hasSize(1);
    }
  }

  @Test
  void onlyOneServerListensAtAnAddress() {
    try (Served served = new Served()) {
      assertThatThrownBy(() -> UpstartDbusServer.of(fake).listen(served.address))
          .isInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("already in use");
    }
  }

  @Test
  void anAddressIsFreeAsSoonAsTheServerIsClosed() {
    String address = Served.address();
    for (int i = 0; i < 200; i++) {
      try (UpstartDbusServer server = UpstartDbusServer.of(fake)) {
        server.listen(address);
      }
    }
  }

  @Test
  void anIllegalAddressIsRefused() {
    try (UpstartDbusServer server = UpstartDbusServer.of(fake)) {
      assertThatThrownBy(() -> server.listen("nonsense"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> server.listen("unix:path=/nowhere/at/all"))
          .isInstanceOf(UpstartUnavailableException.class);
    }
  }

  @Test
  void aSocketFileGoesWithTheServer() {
    Path file = folder.resolve("socket");
    String address = "unix:path=" + file;
    try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen(address);
        DbusUpstart client = Served.client(address)) {
      assertThat(client.version().numbers()).startsWith(1);
      assertThat(file).exists();
      assertThatThrownBy(() -> UpstartDbusServer.of(fake).listen(address))
          .isInstanceOf(UpstartUnavailableException.class);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aSocketFileThatNobodyListensAtIsTakenOver() throws IOException {
    Path file = folder.resolve("socket");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(file));
    }
    assertThat(file).exists();
    String address = "unix:path=" + file;
    try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen(address);
        DbusUpstart client = Served.client(address)) {
      assertThat(client.version().numbers()).startsWith(1);
    }
  }

  @Test
  void anotherFileIsNotTakenForASocket() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "precious");
    try (UpstartDbusServer server = UpstartDbusServer.of(fake)) {
      assertThatThrownBy(() -> server.listen("unix:path=" + file))
          .isInstanceOf(UpstartUnavailableException.class);
    }
    assertThat(file).hasContent("precious");
  }

  @Test
  void aPipeIsNotTakenForASocket() throws Exception {
    isLeftAlone("mkfifo", "pipe");
  }

  @Test
  void aDeviceIsNotTakenForASocket() throws Exception {
    isLeftAlone("mknod", "device", "c", "1", "3");
  }

  private void isLeftAlone(String program, String name, String... more) throws Exception {
    Path file = folder.resolve(name);
    List<String> line = new ArrayList<>(List.of(program, file.toString()));
    line.addAll(List.of(more));
    assumeTrue(
        new ProcessBuilder(line).start().waitFor() == 0, "skipped: " + program + " is not allowed");
    Object before = Files.getAttribute(file, "unix:ino", NOFOLLOW_LINKS);
    try (UpstartDbusServer server = UpstartDbusServer.of(fake)) {
      assertThatThrownBy(() -> server.listen("unix:path=" + file))
          .isInstanceOf(UpstartUnavailableException.class)
          .hasMessageContaining("no socket");
    }
    assertThat(Files.getAttribute(file, "unix:ino", NOFOLLOW_LINKS)).isEqualTo(before);
  }

  @Test
  void aLinkIsNotTakenForASocket() throws IOException {
    Path file = folder.resolve("socket");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(file));
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    try (UpstartDbusServer server = UpstartDbusServer.of(fake)) {
      assertThatThrownBy(() -> server.listen("unix:path=" + link))
          .isInstanceOf(UpstartUnavailableException.class);
    }
    assertThat(link).isSymbolicLink();
    assertThat(file).exists();
  }

  @Test
  void closingLeavesAloneAFileThatReplacedTheSocket() throws IOException {
    Path file = folder.resolve("socket");
    try (UpstartDbusServer server = UpstartDbusServer.of(fake).listen("unix:path=" + file)) {
      Files.delete(file);
      Files.writeString(file, "precious");
    }
    assertThat(file).hasContent("precious");
  }

  @Test
  void closingLeavesAloneTheSocketOfAnother() throws IOException {
    Path file = folder.resolve("socket");
    String address = "unix:path=" + file;
    UpstartDbusServer first = UpstartDbusServer.of(fake).listen(address);
    Files.delete(file);
    try (UpstartDbusServer second = UpstartDbusServer.of(fake).listen(address);
        DbusUpstart client = Served.client(address)) {
      first.close();

      assertThat(client.version().numbers()).startsWith(1);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void theEndOfTheServerIsHeard() {
    try (Served served = new Served()) {
      served.fake.state("x".repeat(1 << 22));
      Heard heard = new Heard();
      served.client.subscribe(heard);
      CompletableFuture<String> state = CompletableFuture.supplyAsync(served.client::stateDump);
      served.fake.add("last");
      assertThat(heard.next()).isEqualTo("+last");
      assertThat(state.join()).hasSize(1 << 22);
      served.server.close();

      assertThat(heard.next()).isEqualTo("lost");
    }
  }
}
