package org.upstart4j.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the folder with its own runtime, at another place whose name holds a blank. */
class ImageTest {

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException, InterruptedException {
    Path image = Packages.folder().resolve("image/upstart4j");
    assertThat(run("cp", "-a", image.toString(), folder.resolve("a place").toString()).status())
        .isZero();
  }

  private Ended run(String... line) throws IOException, InterruptedException {
    return Ended.run(folder, Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"), List.of(line));
  }

  @Test
  void itsClassesComeFromItsCaches() throws IOException, InterruptedException {
    Path log = folder.resolve("classes");
    Path launcher = folder.resolve("a place/bin/launch.sh");
    Files.writeString(
        launcher,
        Files.readString(launcher)
            .replace("-XX:AOTCache", "-Xlog:class+load:file=" + log + " -XX:AOTCache"));

    for (String command : List.of("--version", "help")) {
      assertThat(run(folder.resolve("a place/bin/upstart").toString(), command).status()).isZero();
      LoadedClasses.assertThatMostAreCached(Files.readString(log));
    }
  }

  @Test
  void aLinkStartsIt() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("one"), Path.of("a place/bin/upstart"));
    Files.createSymbolicLink(folder.resolve("initctl"), link.getFileName());

    assertThat(run("./one", "--version").output()).startsWith("upstart4j ");
    assertThat(run("./initctl", "--help").output()).startsWith("Usage: initctl ");
  }
}
