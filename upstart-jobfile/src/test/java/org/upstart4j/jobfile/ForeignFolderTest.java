package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Root writes in a folder of another user, who does what they can. */
class ForeignFolderTest {

  private static final int STRANGER = 65534;
  private static final int WRITES = Integer.getInteger("upstart4j.attacks", 100);

  @TempDir private Path temporary;
  private Path prey;
  private Path folder;
  private Path web;

  @BeforeEach
  void foldersOfTwoUsers() throws IOException {
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeTrue(root, "skipped: only root can write in the folders of others");
    mode(temporary, "rwxr-xr-x");
    prey = Files.createDirectory(temporary.resolve("roots")).resolve("new");
    Files.writeString(prey, "SECRET of root\n");
    mode(prey, "rw-------");
    mode(prey.getParent(), "rwxr-xr-x");
    folder = Files.createDirectory(temporary.resolve("theirs"));
    give(folder);
    mode(folder, "rwxr-xr-x");
    web = folder.resolve("web.conf");
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static void give(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", STRANGER, LinkOption.NOFOLLOW_LINKS);
  }

  private static Object owner(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"65534, rw-r--r--", "0, rw-------", "0, rw-r--r--"})
  void theFileKeepsItsOwnerAndModeInAFolderOfSomebodyElse(int owner, String mode)
      throws IOException {
    Files.writeString(web, "exec a\n");
    Files.setAttribute(web, "unix:uid", owner);
    mode(web, mode);
    assertThat(JobFile.parse("exec b\n").write(web)).isTrue();
    assertThat(owner(web)).isEqualTo(owner);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(web))).isEqualTo(mode);
    assertThat(names()).containsExactly("web.conf");
  }

  /** A default access list of the folder could give the new file to the folder's owner. */
  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw-rw-r--"})
  void whatOnlyTheGroupMayDoIsNotWrittenInAFolderOfSomebodyElse(String mode) throws IOException {
    Files.writeString(web, "exec SECRET\n");
    mode(web, mode);
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> JobFile.parse("exec b\n").write(web))
        .withMessageContaining("by a default access list");
    assertThat(web).hasContent("exec SECRET\n");
    assertThat(names()).containsExactly("web.conf");
    give(web);
    assertThat(JobFile.parse("exec b\n").write(web)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(web))).isEqualTo(mode);
  }

  @Test
  void nothingOfRootsIsGivenAwayToTheOwnerOfTheFolder() throws Exception {
    Files.writeString(web, "exec a\n");
    give(web);
    attacked(
        () -> {
          for (int i = 0; i < WRITES; i++) {
            tryToWrite("exec b" + i + "\n");
          }
        });
    assertThat(owner(prey)).isEqualTo(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(prey)))
        .isEqualTo("rw-------");
    assertThat(prey).hasContent("SECRET of root\n");
    assertThat(prey.getParent()).isDirectoryNotContaining("glob:**/{old,lock,.upstart4j}");
  }

  @Test
  void whatOnlyRootMayReadIsNotReadInAFolderOfSomebodyElse() throws Exception {
    attacked(
        () -> {
          for (int i = 0; i < WRITES; i++) {
            Path fresh = prey.resolveSibling("fresh");
            Files.writeString(fresh, "");
            mode(fresh, "rw-------");
            Files.writeString(fresh, "exec SECRET\n");
            Files.move(fresh, web, StandardCopyOption.ATOMIC_MOVE);
            tryToWrite("exec SECRET " + i + "\n");
          }
        });
  }

  private void tryToWrite(String text) {
    try {
      JobFile.parse(text).write(web);
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Does something while a stranger attacks; they must not have read a secret. */
  private void attacked(Work work) throws Exception {
    Path program = Files.createDirectories(temporary.resolve("program/org/upstart4j/jobfile"));
    try (InputStream swapper = getClass().getResourceAsStream("Swapper.class")) {
      Files.copy(swapper, program.resolve("Swapper.class"));
    }
    Process stranger = asStranger(Swapper.class.getName(), folder.toString(), prey.toString());
    try (BufferedReader output = stranger.inputReader(StandardCharsets.UTF_8)) {
      String first = output.readLine();
      assumeTrue("ready".equals(first), "skipped: setpriv cannot start java as another user here");
      work.run();
      stranger.outputWriter(StandardCharsets.UTF_8).append("end\n").close();
      assertThat(output.lines()).isEmpty();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  private Process asStranger(String... words) throws IOException {
    assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "skipped: setpriv is missing");
    List<String> java =
        List.of(
            "/usr/bin/setpriv",
            "--reuid=" + STRANGER,
            "--clear-groups",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            temporary.resolve("program").toString());
    ProcessBuilder process =
        new ProcessBuilder(Stream.concat(java.stream(), Stream.of(words)).toList());
    process.redirectError(ProcessBuilder.Redirect.DISCARD);
    return process.start();
  }

  @Test
  void aLinkOfAnotherUserToWhatIsNotTheirsIsNotFollowed() throws IOException {
    give(Files.createSymbolicLink(web, prey));
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> JobFile.parse("exec a\n").write(web))
        .withMessageContaining("is not followed; name the file itself");
    assertThat(prey).hasContent("SECRET of root\n");
  }

  @Test
  void aLinkOfAnotherUserToTheirOwnFileIsFollowed() throws IOException {
    Path theirs = Files.writeString(folder.resolve("theirs.conf"), "exec a\n");
    give(theirs);
    give(Files.createSymbolicLink(web, theirs.getFileName()));
    assertThat(JobFile.parse("exec b\n").write(web)).isTrue();
    assertThat(theirs).hasContent("exec b\n");
    assertThat(owner(theirs)).isEqualTo(STRANGER);
    assertThat(web).isSymbolicLink();
  }

  @Test
  void aFolderThatSomebodyElsePutThereIsNotUsed() throws IOException {
    Path planted = Files.createDirectory(folder.resolve(WorkFolder.NAME));
    Files.writeString(planted.resolve("new"), "mine\n");
    give(planted);
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> WorkFolder.in(folder, Duration.ofMillis(50)).close())
        .withMessageStartingWith(planted + ": somebody else has had it")
        .withMessageContaining("Remove it if nobody is writing there");
    assertThat(planted.resolve("new")).hasContent("mine\n");
    Files.delete(planted.resolve("new"));
    Files.delete(planted);
    Files.createSymbolicLink(planted, prey.getParent());
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> WorkFolder.in(folder, Duration.ofMillis(50)).close());
    assertThat(prey).hasContent("SECRET of root\n");
  }

  @Test
  void onlyTheUserThatWritesMayEnterTheFolderOfTheNewFile() throws IOException {
    try (WorkFolder work = WorkFolder.in(folder)) {
      Path hidden = folder.resolve(WorkFolder.NAME);
      assertThat(Files.readAttributes(hidden, "unix:uid,permissions"))
          .isEqualTo(Map.of("uid", 0, "permissions", PosixFilePermissions.fromString("rwx------")));
      assertThat(work.keepsOthersOut()).isTrue();
    }
    assertThat(names()).isEmpty();
  }
}
