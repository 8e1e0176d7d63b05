package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process with a root directory of its own has and lacks, seen from outside. */
class HostRootTest {

  @TempDir Path folder;
  private JailedHost jailed;
  private Host host;
  private Path root;

  @BeforeEach
  void open() throws IOException {
    jailed = new JailedHost(folder);
    root = jailed.root;
    host = jailed.host;
  }

  @AfterEach
  void close() throws IOException {
    if (jailed != null) {
      jailed.close();
    }
  }

  @Test
  void itBeginsInTheNewRoot() throws IOException {
    Host.Spawned spawned = sleeping("chroot " + root);

    assertThat(link(spawned, "root")).isEqualTo(root);
    assertThat(link(spawned, "cwd")).isEqualTo(root);
    assertThat(Host.ids(spawned.pid())).startsWith("0", "0");
  }

  @Test
  void itsFolderIsBelowTheNewRootAndSoIsWhereLinksLeadTo() throws IOException {
    Host.Spawned spawned = sleeping("chroot " + root, "chdir /link");

    assertThat(link(spawned, "root")).isEqualTo(root);
    assertThat(link(spawned, "cwd")).isEqualTo(root.resolve("etc"));
  }

  @Test
  void itsUserAndGroupsAreThoseBelowTheNewRoot() throws IOException {
    Host.Spawned spawned = sleeping("chroot " + root, "chdir etc", "setuid prisoner");

    assertThat(link(spawned, "root")).isEqualTo(root);
    assertThat(link(spawned, "cwd")).isEqualTo(root.resolve("etc"));
    assertThat(Host.ids(spawned.pid())).containsExactly("1234", "2345", "2345", "4567");
  }

  @Test
  void aGroupBelowTheNewRootIsPutBeforeTheUsersOwn() {
    Host.Spawned spawned = sleeping("chroot " + root, "setuid prisoner", "setgid cell");

    assertThat(Host.ids(spawned.pid())).containsExactly("1234", "3456", "3456", "4567");
  }

  @ParameterizedTest
  @CsvSource({
    "chdir /usr,        unable to change working directory: No such file or directory",
    "chdir /etc/passwd, unable to change working directory: Not a directory",
    "setuid nobody,     unable to find setuid user",
    "setgid nogroup,    unable to find setgid group",
    "umask 022,         unable to execute: No such file or directory"
  })
  void whatIsNotBelowTheNewRootIsNotThere(String stanza, String reason) {
    assertThat(host.job("chroot " + root, stanza).run("/usr/bin/env").observed().toTheEnd())
        .containsExactly("failed " + reason);
  }

  @Test
  void aProgramIsSearchedBelowTheNewRootThroughItsLinks() {
    assertThat(host.job("chroot " + root).run("/etc/up", "0").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(host.job("chroot " + root).run("sleep", "0").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
  }

  @Test
  void aProgramWithoutItsLoaderFails() throws IOException {
    Path loaders = root.resolve("lib64");
    assumeTrue(Files.isDirectory(loaders), "loaders are elsewhere");
    Files.move(loaders, root.resolve("elsewhere"));

    assertThat(host.job("chroot " + root).run("/bin/sleep", "0").observed().toTheEnd())
        .containsExactly("failed unable to execute: No such file or directory");
  }

  @Test
  void aRootWithoutAccountsFails() throws IOException {
    Files.delete(root.resolve("etc/passwd"));

    assertThat(host.job("chroot " + root).run("/bin/sleep", "0").observed().toTheEnd())
        .containsExactly("failed unable to getpwuid: No such file or directory");
    assertThat(
            host.job("chroot " + root, "setuid prisoner")
                .run("/bin/sleep", "0")
                .observed()
                .toTheEnd())
        .containsExactly("failed unable to getpwnam: No such file or directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"passwd", "group"})
  void aFifoInPlaceOfAccountsKeepsNobodyWaiting(String accounts) throws Exception {
    Path file = root.resolve("etc").resolve(accounts);
    Files.delete(file);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo");
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    Host.Spawned spawned =
        host.job("chroot " + root, "setuid prisoner", "setgid cell").run("/bin/sleep", "0");
    assertThat(spawned.observed().next()).startsWith("failed unable to get");
    assertThat(host.job("console none").run("true").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
  }

  @Test
  void accountsOfAnySizeTakeLittleTimeAndMemory() throws IOException {
    try (FileChannel accounts =
        FileChannel.open(root.resolve("etc/passwd"), StandardOpenOption.WRITE)) {
      accounts.write(ByteBuffer.wrap(new byte[] {'\n'}), 1L << 32);
    }

    assertThat(
            host.job("chroot " + root, "setuid prisoner")
                .run("/bin/sleep", "0")
                .observed()
                .toTheEnd())
        .containsExactly("failed unable to getpwnam: File too large");
  }

  private Host.Spawned sleeping(String... stanzas) {
    Host.Spawned spawned = host.job(stanzas).run("/bin/sleep", "1000");
    assertThat(spawned.observed().next()).isEqualTo("executed");
    Host.await(() -> Host.commandLine(spawned.pid()).equals("/bin/sleep 1000 "));
    return spawned;
  }

  private static Path link(Host.Spawned spawned, String name) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/" + spawned.pid(), name));
  }
}
