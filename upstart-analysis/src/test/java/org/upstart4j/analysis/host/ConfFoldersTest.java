package org.upstart4j.analysis.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.analysis.reason.KnownFolder;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.jobfile.version.UpstartVersion;

class ConfFoldersTest {

  @TempDir private Path folder;
  private final Gaps gaps = new Gaps();

  private List<KnownFolder> read(Path... paths) {
    return new ConfFolders(MachineClock.system(), gaps).read(List.of(paths), UpstartVersion.NEWEST);
  }

  private Path make(String path) throws IOException {
    return Files.createDirectories(folder.resolve(path));
  }

  @Test
  void aFolderIsReadWithTheAgesOfItsFiles() throws IOException {
    Path web = Files.writeString(make("init/net").resolve("web.conf"), "exec web\n");
    Files.writeString(folder.resolve("init/net/web.conf.bad"), "exec web\n");
    Files.setLastModifiedTime(web, FileTime.from(Instant.EPOCH));

    KnownFolder known = read(folder.resolve("init")).get(0);
    assertThat(known.contents().jobs()).containsExactly("net/web");
    assertThat(known.pathOf("net/web.conf")).isEqualTo(web.toString());
    assertThat(known.ages().get("net/web.conf"))
        .as("a file may come with an old date, but is here only since now")
        .isLessThan(Duration.ofHours(1));
  }

  @Test
  void aFolderThatIsNotThereIsAGap() throws IOException {
    Path none = folder.resolve("none");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(read(none, file, make("init"))).hasSize(1);
    assertThat(gaps.list())
        .containsExactly(
            new NotKnown("What " + none + " holds", "there is no " + none),
            new NotKnown("What " + file + " holds", file + " is no folder"));
  }

  @Test
  void aSessionHasItsFoldersInTheOrderInWhichTheyCount() throws IOException {
    List<Path> made =
        List.of(make("config/upstart"), make("home/.init"), make("a/upstart"), make("b/upstart"));
    Map<String, String> variables =
        Map.of(
            "XDG_CONFIG_HOME",
            folder.resolve("config").toString(),
            "XDG_CONFIG_DIRS",
            folder.resolve("a") + ":relative:" + folder.resolve("b") + ":/no/such/folder");
    assertThat(ConfFolders.ofSession(variables, folder.resolve("home")))
        .startsWith(made.toArray(Path[]::new))
        .doesNotContain(Path.of("/no/such/folder/upstart"));
  }

  @Test
  void withoutVariablesTheFolderOfTheUserIsInHisHome() throws IOException {
    Path own = make("home/.config/upstart");
    assertThat(ConfFolders.ofSession(Map.of(), folder.resolve("home"))).startsWith(own);
  }
}
