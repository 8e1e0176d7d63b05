package org.upstart4j.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.systemd.ConvertedFile;

/** Files are written all or not at all, and nowhere else. */
class OutputFolderTest {

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void name() {
    out = folder.resolve("a/out");
  }

  private static NewFile file(String path, String text) {
    return NewFile.readable(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private OutputFolder look(NewFile... files) throws IOException {
    return new OutputFolder(out, List.of(files), false);
  }

  private OutputFolder force(NewFile... files) throws IOException {
    return new OutputFolder(out, List.of(files), true);
  }

  private List<String> contents(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.skip(1).map(path -> root.relativize(path).toString()).sorted().toList();
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void unitsCanBeReadAndScriptsExecutedByAll() throws IOException {
    look(
            NewFile.of(Examples.unit("web.service")),
            NewFile.of(new ConvertedFile.Helper("helpers/web.main", "true\n")))
        .write();

    assertThat(contents(out)).containsExactly("helpers", "helpers/web.main", "web.service");
    assertThat(mode(out.resolve("web.service"))).isEqualTo("rw-r--r--");
    assertThat(mode(out.resolve("helpers/web.main"))).isEqualTo("rwxr-xr-x");
    assertThat(mode(out.resolve("helpers"))).isEqualTo("rwxr-xr-x");
    assertThat(out.resolve("helpers/web.main")).hasContent("true");
  }

  @Test
  void lookingWritesNothing() throws IOException {
    OutputFolder look = look(file("a", "1"));

    assertThat(look.obstacles()).isEmpty();
    assertThat(look.changed()).isEqualTo(1);
    assertThat(contents(folder)).isEmpty();
  }

  @Test
  void nothingIsReplacedUnlessThatIsWanted() throws IOException {
    look(file("a", "1"), file("b", "2")).write();

    OutputFolder other = look(file("a", "3"), file("b", "2"), file("c", "4"));
    assertThat(other.obstacles()).containsExactly(out + "/a: exists already");
    assertThat(other.isOnlyInUse()).isTrue();

    force(file("a", "3"), file("b", "2"), file("c", "4")).write();
    assertThat(out.resolve("a")).hasContent("3");
    assertThat(contents(out)).containsExactly("a", "b", "c");
  }

  @Test
  void aFileWithTheSameBytesIsLeftAlone() throws IOException {
    look(file("a", "1")).write();
    Files.setLastModifiedTime(out.resolve("a"), FileTime.fromMillis(1000));

    OutputFolder same = look(file("a", "1"));
    same.write();

    assertThat(same.obstacles()).isEmpty();
    assertThat(same.unchanged()).isEqualTo(1);
    assertThat(same.changed()).isZero();
    assertThat(Files.getLastModifiedTime(out.resolve("a"))).isEqualTo(FileTime.fromMillis(1000));
  }

  @Test
  void noPathLeadsOutOfTheFolder() throws IOException {
    for (String path : List.of("../a", "/etc/a", "b/../../a", "", "a//b", "./a")) {
      assertThat(force(file(path, "1")).obstacles())
          .singleElement()
          .asString()
          .contains(": the path of a file leads out of it: " + path);
    }
  }

  @Test
  void noFolderThatIsALinkIsWrittenThrough() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createDirectories(out);
    Files.createSymbolicLink(out.resolve("helpers"), elsewhere);

    assertThat(force(file("helpers/a", "1")).obstacles())
        .containsExactly(out + "/helpers: is a symbolic link, and nothing is written through it");
    assertThat(contents(elsewhere)).isEmpty();
  }

  @Test
  void aFileThatIsALinkIsReplacedAndNotFollowed() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "1");
    Files.createDirectories(out);
    Files.createSymbolicLink(out.resolve("a"), elsewhere);

    assertThat(look(file("a", "1")).obstacles()).containsExactly(out + "/a: exists already");

    force(file("a", "2")).write();
    assertThat(elsewhere).hasContent("1");
    assertThat(out.resolve("a")).hasContent("2").isRegularFile();
    assertThat(Files.isSymbolicLink(out.resolve("a"))).isFalse();
  }

  @Test
  void whatIsNoFileIsNotReplacedAndWhatIsNoFolderNotEntered() throws IOException {
    Files.createDirectories(out.resolve("a"));
    Files.writeString(out.resolve("b"), "");

    OutputFolder force = force(file("a", "1"), file("b/c", "1"));

    assertThat(force.obstacles()).containsExactly(out + "/a: is no file", out + "/b: is no folder");
    assertThat(force.isOnlyInUse()).isFalse();
    out = out.resolve("b");
    assertThat(force(file("a", "1")).obstacles()).containsExactly(out + ": is no folder");
  }

  @Test
  void whatFailsInTheMiddleLeavesEverythingAsItWas() throws IOException {
    look(file("0", "old")).write();
    Files.createSymbolicLink(out.resolve("1"), Path.of("0"));
    List<String> before = contents(folder);
    OutputFolder impossible =
        force(
            file("0", "new"), file("1", "new"), file("2", "new"), file("x", "1"), file("x/y", "1"));
    assertThat(impossible.obstacles()).isEmpty();

    assertThatThrownBy(impossible::write)
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("nothing was written");
    assertThat(contents(folder)).isEqualTo(before);
    assertThat(out.resolve("0")).hasContent("old");
    assertThat(Files.readSymbolicLink(out.resolve("1"))).hasToString("0");
  }

  @Test
  void aFolderThatWasMadeInVainIsTakenAway() throws IOException {
    OutputFolder impossible = look(file("x", "1"), file("x/y", "1"));

    assertThatThrownBy(impossible::write).isInstanceOf(FileSystemException.class);
    assertThat(contents(folder)).isEmpty();
  }
}
