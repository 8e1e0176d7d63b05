package org.upstart4j.embedded.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.JobDirectory;

class FolderWatchTest {

  private static final int SECONDS = 60;

  @TempDir private Path temporary;
  private final BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();
  private Path root;
  private FolderWatch watch;
  private int markers;

  @BeforeEach
  void begin() throws IOException {
    root = Files.createDirectory(temporary.resolve("init"));
    write("there.conf", "exec there\n");
    Files.createDirectory(root.resolve("net"));
    write("net/web.conf", "exec web\n");
    watch = new FolderWatch(JobDirectory.of(root), told::add);
  }

  @AfterEach
  void end() {
    watch.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }

  /** Waits until all of these were told, and returns what was told up to then. */
  private Set<String> untilTold(Collection<String> names) throws InterruptedException {
    Set<String> all = new TreeSet<>();
    while (!all.containsAll(names)) {
      List<String> next = told.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("what is told after %s", all).isNotNull();
      all.addAll(next);
    }
    return all;
  }

  private Set<String> untilTold(String... names) throws InterruptedException {
    return untilTold(Set.of(names));
  }

  /** Returns what is told of all that was done before. */
  private Set<String> told() throws IOException, InterruptedException {
    String marker = "marker" + markers++;
    write(marker + ".conf", "");
    Set<String> all = untilTold(marker);
    all.remove(marker);
    return all;
  }

  @Test
  void aFileIsToldWhenItComesChangesAndGoes() throws Exception {
    write("web.conf", "exec web\n");
    assertThat(told()).containsExactly("web");

    write("web.conf", "exec web -v\n");
    assertThat(told()).containsExactly("web");

    Files.delete(root.resolve("web.conf"));
    assertThat(told()).containsExactly("web");
  }

  @Test
  void whatWasThereBeforeIsNotTold() throws Exception {
    assertThat(told()).isEmpty();
  }

  @Test
  void anOverrideIsToldByTheNameOfItsJob() throws Exception {
    write("there.override", "manual\n");

    assertThat(told()).containsExactly("there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README", "web.conf.dpkg-new", "web.conf~", ".web.conf.swp", "web"})
  void otherFilesAreNotTold(String name) throws Exception {
    write(name, "exec web\n");

    assertThat(told()).isEmpty();
  }

  @Test
  void aFileThatIsWrittenBitByBitIsToldWhenItIsComplete() throws Exception {
    try (OutputStream out = Files.newOutputStream(root.resolve("web.conf"))) {
      for (int i = 0; i < 300; i++) {
        out.write(("# line " + i + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.yield();
      }
      out.write("exec web\n".getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(told()).containsExactly("web");
    assertThat(Files.readString(root.resolve("web.conf"))).endsWith("exec web\n");
  }

  @Test
  void aFileThatIsHeldOpenIsToldAgainForEachPart() throws Exception {
    try (OutputStream out = Files.newOutputStream(root.resolve("web.conf"))) {
      for (int i = 0; i < 3; i++) {
        out.write("# more\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        assertThat(told()).containsExactly("web");
      }
    }
  }

  @Test
  void aFileThatIsRenamedOverAnotherIsTold() throws Exception {
    Path fresh = write("there.conf.new", "exec fresh\n");
    assertThat(told()).isEmpty();

    Files.move(fresh, root.resolve("there.conf"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(told()).containsExactly("there");
  }

  @Test
  void aFileThatIsRenamedIsToldByBothNames() throws Exception {
    Files.move(root.resolve("there.conf"), root.resolve("here.conf"));

    assertThat(told()).containsExactly("here", "there");
  }

  @Test
  void aChangeOfTheRightsAloneIsNotTold() throws Exception {
    Files.setPosixFilePermissions(
        root.resolve("there.conf"), PosixFilePermissions.fromString("rw-------"));

    assertThat(told()).isEmpty();
  }

  @Test
  void aFileInASubFolderIsToldByItsPath() throws Exception {
    write("net/web.conf", "exec web -v\n");

    assertThat(told()).containsExactly("net/web");
  }

  @Test
  void aNewSubFolderIsWatchedWithAllThatIsInIt() throws Exception {
    Files.createDirectories(root.resolve("a/b/c"));
    write("a/one.conf", "exec one\n");
    write("a/b/c/two.conf", "exec two\n");
    untilTold("a/one", "a/b/c/two");
    told();

    write("a/b/c/two.conf", "exec two -v\n");

    assertThat(told()).containsExactly("a/b/c/two");
  }

  @Test
  void aFolderThatIsMovedInIsWatchedWithAllThatIsInIt() throws Exception {
    Path outside = Files.createDirectories(temporary.resolve("outside/deep"));
    Files.writeString(outside.resolve("one.conf"), "exec one\n");
    Files.writeString(outside.resolve("two.override"), "manual\n");
    Files.writeString(outside.resolve("README"), "");

    Files.move(temporary.resolve("outside"), root.resolve("moved"));
    assertThat(told()).containsExactly("moved/deep/one", "moved/deep/two");

    write("moved/deep/one.conf", "exec one -v\n");
    assertThat(told()).containsExactly("moved/deep/one");
  }

  @ParameterizedTest
  @ValueSource(strings = {".git", "old~", "RCS"})
  void aFolderOfAnotherProgramIsNotWatched(String name) throws Exception {
    Files.createDirectory(root.resolve(name));
    write(name + "/web.conf", "exec web\n");
    assertThat(told()).isEmpty();

    write(name + "/web.conf", "exec web -v\n");
    assertThat(told()).isEmpty();
  }

  @Test
  void aFolderThatGoesTakesItsFilesWithIt() throws Exception {
    Files.delete(root.resolve("net/web.conf"));
    Files.delete(root.resolve("net"));
    assertThat(told()).containsExactly("net/web");

    Files.createDirectory(root.resolve("net"));
    write("net/db.conf", "exec db\n");
    untilTold("net/db");
  }

  @Test
  void manyFilesAtOnceAreAllTold() throws Exception {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < 1000; i++) {
      names.add("job" + i);
      write("job" + i + ".conf", "exec web\n");
    }

    Set<String> all = untilTold(names);
    all.addAll(told());

    assertThat(all).isEqualTo(names);
  }

  @Test
  void aFileThatComesAndGoesAtOnceIsTold() throws Exception {
    Files.delete(write("web.conf", "exec web\n"));

    assertThat(told()).containsExactly("web");
  }

  @Test
  void aFileThatIsOpenedForWritingButNotWrittenIsNotTold() throws Exception {
    Files.newOutputStream(root.resolve("there.conf"), StandardOpenOption.APPEND).close();

    assertThat(told()).isEmpty();
  }

  @Test
  void nothingIsToldAfterTheEnd() throws Exception {
    watch.close();
    watch.close();

    write("web.conf", "exec web\n");
    try (FolderWatch other = new FolderWatch(JobDirectory.of(root), names -> {})) {
      assertThat(told).isEmpty();
    }
  }
}
