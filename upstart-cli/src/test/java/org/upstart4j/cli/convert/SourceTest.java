package org.upstart4j.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What is read of a file, and of a folder. */
class SourceTest {

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Source read(Path path) throws IOException {
    return Source.read(path.toString(), Optional.empty(), UpstartVersion.NEWEST);
  }

  @Test
  void aFileIsOneJobWithTheOverrideFileBesideIt() throws IOException {
    Path web = write("web.conf", "exec web\n");
    write("web.override", "manual\n");
    write("db.conf", "exec db\n");

    Source source = read(web);

    assertThat(source.folder().files()).containsOnlyKeys("web.conf", "web.override");
    assertThat(source.label("web.conf")).isEqualTo(web.toString());
    assertThat(source.label("web.override")).isEqualTo(folder.resolve("web.override").toString());
    assertThat(source.isFolder()).isFalse();
  }

  @Test
  void aVersionWithoutOverrideFilesReadsNone() throws IOException {
    Path web = write("web.conf", "exec web\n");
    write("web.override", "manual\n");

    assertThat(
            Source.read(web.toString(), Optional.empty(), UpstartVersion.V0_6_5).folder().files())
        .containsOnlyKeys("web.conf");
  }

  @Test
  void aFileMayBeCalledAnythingAndItsJobToo() throws IOException {
    Path web = write("web.txt", "exec web\n");

    assertThat(read(web).folder().jobs()).containsExactly("web.txt");
    assertThat(
            Source.read(web.toString(), Optional.of("web"), UpstartVersion.NEWEST).folder().jobs())
        .containsExactly("web");
    assertThatThrownBy(() -> read(write("web.override", ""))).isInstanceOf(Misuse.class);
  }

  @Test
  void aFolderIsReadWithThoseBelow() throws IOException {
    write("web.conf", "exec web\n");
    write("net/vpn.conf", "exec vpn\n");

    Source source = read(folder);

    assertThat(source.folder().jobs()).containsExactly("net/vpn", "web");
    assertThat(source.label("net/vpn.conf")).isEqualTo(folder + "/net/vpn.conf");
  }
}
