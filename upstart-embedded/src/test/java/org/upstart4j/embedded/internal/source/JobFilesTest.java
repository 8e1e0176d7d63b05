package org.upstart4j.embedded.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.jobfile.JobDirectory;

class JobFilesTest {

  @TempDir private Path root;

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private List<String> inOrder() throws IOException {
    return JobFiles.in(JobDirectory.of(root)).stream()
        .map(file -> root.relativize(file).toString())
        .toList();
  }

  @Test
  void filesAreOrderedByTheirOwnNamesAndNotByThoseOfTheirJobs() throws Exception {
    write("plymouth.conf", "plymouth-shutdown.conf", "a.conf", "a.override", "a.b.conf", "B.conf");

    assertThat(inOrder())
        .containsExactly(
            "B.conf",
            "a.b.conf",
            "a.conf",
            "a.override",
            "plymouth-shutdown.conf",
            "plymouth.conf");
  }

  @Test
  void aSubFolderIsGoneThroughWhereItsOwnNameStands() throws Exception {
    write("net/a.conf", "net-b.conf", "net.conf", "mouse.conf", "net/deep/c.conf");

    assertThat(inOrder())
        .containsExactly("mouse.conf", "net/a.conf", "net/deep/c.conf", "net-b.conf", "net.conf");
  }

  @Test
  void aFileBelongsToTheJobOfItsPathWithoutTheExtension() {
    assertThat(JobFiles.job(root, root.resolve("net/a.b.conf"))).isEqualTo("net/a.b");
    assertThat(JobFiles.job(root, root.resolve("a.override"))).isEqualTo("a");
  }

  @Test
  void aFileWhoseNameIsNoTextBelongsToNoJob() throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "echo > \"$(printf 'caf\\351.conf')\"")
            .directory(root.toFile())
            .start();
    assertThat(shell.waitFor()).isZero();

    assertThat(JobFiles.in(JobDirectory.of(root)))
        .singleElement()
        .satisfies(file -> assertThat(JobFiles.job(root, file)).isNull());
  }
}
