package org.upstart4j.embedded.internal.source;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
  private volatile Consumer<List<String>> hears = told::add;
  private Path root;
  private FolderWatch watch;
  private int markers;

  @BeforeEach
  void begin() throws IOException {
    root = Files.createDirectory(temporary.resolve("init"));
    write("there.conf", "exec there\n");
    Files.createDirectory(root.resolve("net"));
    write("net/web.conf", "exec web\n");
    watch = FolderWatch.start(JobDirectory.of(root), names -> hears.accept(names));
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
  void aFolderThatIsMovedAwayIsNotWatchedUntilItIsBack() throws Exception {
    Path away = temporary.resolve("away");
    Files.move(root.resolve("net"), away);
    assertThat(told()).isEmpty();
    Files.writeString(away.resolve("web.conf"), "exec web -v\n");
    assertThat(told()).isEmpty();

    Files.move(away, root.resolve("net"));
    assertThat(told()).containsExactly("net/web");
    write("net/web.conf", "exec web -w\n");
    assertThat(told()).containsExactly("net/web");
  }

  @Test
  void aFolderThatIsRenamedIsWatchedByItsNewName() throws Exception {
    Files.move(root.resolve("net"), root.resolve("web"));
    assertThat(told()).containsExactly("web/web");

    write("web/web.conf", "exec web -v\n");
    assertThat(told()).containsExactly("web/web");
  }

  @Test
  void aLinkIsToldWhenItComes() throws Exception {
    Path file = Files.writeString(temporary.resolve("outside"), "exec web\n");

    Files.createSymbolicLink(root.resolve("soft.conf"), file);
    Files.createLink(root.resolve("hard.conf"), file);

    assertThat(told()).containsExactly("hard", "soft");
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

  /** More happens than the system can keep, so the watch has to look for itself. */
  @Test
  void whatHappensWhileItIsBusyIsToldAfterThat() throws Exception {
    Files.createDirectory(root.resolve("old"));
    write("old/gone.conf", "exec gone\n");
    write("gone.conf", "exec gone\n");
    untilTold("gone", "old/gone");
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    hears =
        names -> {
          busy.countDown();
          awaitOpen(free);
          told.add(names);
        };
    write("first.conf", "exec first\n");
    awaitOpen(busy);

    Set<String> names = new TreeSet<>(List.of("first", "there", "gone", "fresh/web", "old/gone"));
    for (int i = 0; i < 2000; i++) {
      names.add("job" + i);
      write("job" + i + ".conf", "exec web\n");
    }
    write("there.conf", "exec changed\n");
    Files.delete(root.resolve("gone.conf"));
    Files.delete(root.resolve("old/gone.conf"));
    Files.delete(root.resolve("old"));
    Files.createDirectory(root.resolve("fresh"));
    write("fresh/web.conf", "exec web\n");
    free.countDown();

    Set<String> all = untilTold(names);
    all.addAll(told());
    assertThat(all).isEqualTo(names);
    write("fresh/web.conf", "exec web -v\n");
    assertThat(told()).containsExactly("fresh/web");
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void itGoesOnAfterAFault() throws Exception {
    AtomicBoolean faulty = new AtomicBoolean();
    hears =
        names -> {
          hears = told::add;
          faulty.set(true);
          throw new IllegalStateException("for this test");
        };
    write("one.conf", "exec one\n");
    await(faulty::get);

    write("two.conf", "exec two\n");

    untilTold("two");
  }

  @Test
  void itIsInPlaceUntilItsFolderIsAnother() throws Exception {
    assertThat(watch.isInPlace()).isTrue();

    Files.move(root, temporary.resolve("away"));
    assertThat(watch.isInPlace()).isFalse();
    Files.createDirectory(root);
    assertThat(watch.isInPlace()).isFalse();
  }

  @Test
  void aFolderThatGoesTellsOfItsFilesAndIsNoLongerWatched() throws Exception {
    for (String name : List.of("net/web.conf", "net", "there.conf", "")) {
      Files.delete(root.resolve(name));
    }
    untilTold("net/web", "there");

    Files.createDirectory(root);

    await(() -> !watch.isInPlace());
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
    try (FolderWatch other = FolderWatch.start(JobDirectory.of(root), names -> {})) {
      assertThat(told).isEmpty();
    }
  }
}
