package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTest {

  private static final JobFile OLD = JobFile.parse("exec old\n");
  private static final JobFile NEW = JobFile.parse("exec new\n");

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void writeTheOldFile() throws IOException {
    path = folder.resolve("web.conf");
    Files.write(path, OLD.toBytes());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFileIsReplacedAndNothingElseIsLeft() throws IOException {
    assertThat(NEW.write(path)).isTrue();
    assertThat(JobFile.read(path)).isEqualTo(NEW);
    assertThat(names()).containsExactly("web.conf");
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() throws IOException {
    Object key = Files.getAttribute(path, "unix:ino");
    assertThat(OLD.write(path)).isFalse();
    assertThat(Files.getAttribute(path, "unix:ino")).isEqualTo(key);
  }

  @Test
  void aFileThatIsNotThereIsWritten() throws IOException {
    Path other = folder.resolve("other.conf");
    assertThat(NEW.write(other)).isTrue();
    assertThat(JobFile.read(other)).isEqualTo(NEW);
  }

  @Test
  void modeAndGroupStay() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-x--x"));
    Object owner = Files.getAttribute(path, "unix:uid");
    NEW.write(path);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r-x--x");
    assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(owner);
  }

  @Test
  void theOwnerStaysWhenRootWrites() throws IOException {
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeTrue(root, "skipped: only root can give a file to somebody else");
    Files.setAttribute(path, "unix:uid", 12345);
    Files.setAttribute(path, "unix:gid", 54321);
    NEW.write(path);
    assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(12345);
    assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(54321);
  }

  @Test
  void aSymbolicLinkStaysAndItsTargetIsWritten() throws IOException {
    Path target = Files.createDirectory(folder.resolve("real")).resolve("target.conf");
    Files.write(target, OLD.toBytes());
    Path first =
        Files.createSymbolicLink(folder.resolve("first.conf"), Path.of("real/target.conf"));
    Path link = Files.createSymbolicLink(folder.resolve("link.conf"), first.getFileName());
    NEW.write(link);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.isSymbolicLink(first)).isTrue();
    assertThat(JobFile.read(target)).isEqualTo(NEW);
  }

  @Test
  void linksThatLeadInACircleAreAnError() throws IOException {
    Path a = folder.resolve("a.conf");
    Files.createSymbolicLink(a, Path.of("b.conf"));
    Files.createSymbolicLink(folder.resolve("b.conf"), Path.of("a.conf"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> NEW.write(a));
  }

  @Test
  void aFileThatSomebodyElseChangedIsNotOverwritten() throws IOException {
    Files.writeString(path, "exec other\n");
    assertThatExceptionOfType(JobFileChangedException.class)
        .isThrownBy(() -> NEW.write(path, OLD))
        .withMessageContaining("web.conf")
        .withMessageContaining("nothing was written");
    assertThat(Files.readString(path)).isEqualTo("exec other\n");
    Files.delete(path);
    assertThatExceptionOfType(JobFileChangedException.class).isThrownBy(() -> NEW.write(path, OLD));
    assertThat(names()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReplacedStaysAndNothingIsLeft() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("dir.conf"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> NEW.write(directory));
    Path orphan = folder.resolve("missing").resolve("web.conf");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> NEW.write(orphan))
        .withMessage(orphan + ": its folder does not exist");
    assertThat(names()).containsExactly("dir.conf", "web.conf");
  }

  @Test
  void aFullDiskLeavesTheOldFile() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: there is no /dev/full here");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> NEW.write(full.resolve("x")));
    assertThat(names()).containsExactly("web.conf");
  }

  @Test
  void anExistingFileIsNotCreatedAgain() throws IOException {
    assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> NEW.create(path));
    Path dangling = Files.createSymbolicLink(folder.resolve("gone.conf"), Path.of("nowhere"));
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> NEW.create(dangling));
    assertThat(JobFile.read(path)).isEqualTo(OLD);
    NEW.create(folder.resolve("b.conf"));
    assertThat(names()).containsExactly("b.conf", "gone.conf", "web.conf");
  }

  @Test
  void ofManyThatCreateAFileAtOnceOneSucceeds() throws Exception {
    Path created = folder.resolve("new.conf");
    List<Boolean> outcomes =
        atOnce(
            i -> {
              try {
                JobFile.parse("exec " + i + "\n").create(created);
                return true;
              } catch (FileAlreadyExistsException exists) {
                return false;
              }
            });
    assertThat(outcomes).containsOnlyOnce(true);
    assertThat(names()).containsExactly("new.conf", "web.conf");
  }

  @Test
  void manyWritersAtOnceLeaveOneOfTheirFiles() throws Exception {
    List<Boolean> outcomes = atOnce(i -> tryToWrite("exec " + i + "\n"));
    assertThat(outcomes).contains(true);
    assertThat(Files.readString(path)).matches("exec \\d+\n");
    assertThat(names()).containsExactly("web.conf");
  }

  private boolean tryToWrite(String text) throws IOException {
    try {
      return JobFile.parse(text).write(path, OLD);
    } catch (JobFileChangedException changed) {
      return false;
    }
  }

  private interface Numbered<T> {
    T call(int number) throws Exception;
  }

  private static <T> List<T> atOnce(Numbered<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<T>> calls =
          IntStream.range(0, 32).<Callable<T>>mapToObj(i -> () -> work.call(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aNewFileHasTheModeThatTheSystemGivesNewFiles() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Path created = folder.resolve("created.conf");
    NEW.create(created);
    Set<?> expected = Files.getPosixFilePermissions(plain);
    assertThat(Files.getPosixFilePermissions(created)).isEqualTo(expected);
  }

  @Test
  void attributesStay() throws IOException {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
    try {
      view.write("note", ByteBuffer.wrap(new byte[] {1, 2, 3}));
    } catch (FileSystemException | UnsupportedOperationException none) {
      abort("skipped: this file system has no extended attributes");
    }
    NEW.write(path);
    assertThat(Files.readAttributes(path, "user:note"))
        .hasEntrySatisfying("note", value -> assertThat((byte[]) value).containsExactly(1, 2, 3));
  }

  @Test
  void anAccessListStays() throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    assumeTrue(
        run("setfacl", "-m", "u:1:rw,g::-,m::rw", path.toString()).isPresent(),
        "skipped: setfacl is missing, or this file system has no access lists");
    Optional<String> before = run("getfacl", "-cn", path.toString());
    assertThat(before).hasValueSatisfying(list -> assertThat(list).contains("group::---"));
    NEW.write(path);
    assertThat(run("getfacl", "-cn", path.toString())).isEqualTo(before);
  }

  /** What a program prints; nothing if it fails, or is missing. */
  private static Optional<String> run(String... words) throws Exception {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  @Test
  void aFileThatMayOnlyBeReadIsWrittenByItsOwnerAndStaysSo() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
    NEW.write(path);
    assertThat(JobFile.read(path)).isEqualTo(NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("r--r--r--");
  }

  @Test
  void aFileWithHardLinksIsNotSplit() throws IOException {
    Path other = Files.createLink(folder.resolve("other"), path);
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> NEW.write(path))
        .withMessageStartingWith(path + ": it has other names (hard links)");
    assertThat(JobFile.read(path)).isEqualTo(OLD);
    Files.delete(other);
    assertThat(NEW.write(path)).isTrue();
    assertThat(names()).containsExactly("web.conf");
  }

  @Test
  void aFileIsDeletedOnlyIfItIsWhatWasRead() throws IOException {
    assertThatExceptionOfType(JobFileChangedException.class).isThrownBy(() -> NEW.delete(path));
    Path link = Files.createSymbolicLink(folder.resolve("link.conf"), path.getFileName());
    assertThatExceptionOfType(JobFileChangedException.class).isThrownBy(() -> OLD.delete(link));
    OLD.delete(path);
    assertThatExceptionOfType(JobFileChangedException.class).isThrownBy(() -> OLD.delete(path));
    assertThat(names()).containsExactly("link.conf");
  }

  @Test
  void whatAKilledWriterLeftIsRemovedByTheNext() throws IOException {
    Path left = Files.createDirectory(folder.resolve(WorkFolder.NAME));
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rwx------"));
    Files.createLink(left.resolve("old"), path);
    Files.writeString(left.resolve("new"), "half");
    Files.createFile(left.resolve("lock"));
    assertThat(NEW.write(path, OLD)).isTrue();
    assertThat(names()).containsExactly("web.conf");
  }

  @Test
  void ofManyThreadsThatAddOneNoneIsLost() throws Exception {
    Files.writeString(path, "nice 0\n");
    List<Integer> added = atOnce(i -> Adder.add(path, 10));
    assertThat(Adder.value(path)).isEqualTo(320);
    assertThat(added).hasSize(32);
    assertThat(names()).containsExactly("web.conf");
  }

  @Test
  void ofManyProcessesThatAddOneNoneIsLost() throws Exception {
    Files.writeString(path, "nice 0\n");
    List<Process> adders = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        adders.add(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Adder.class.getName(),
                    path.toString(),
                    "25")
                .inheritIO()
                .start());
      }
      for (Process adder : adders) {
        assertThat(adder.waitFor()).isZero();
      }
    } finally {
      adders.forEach(Process::destroyForcibly);
    }
    assertThat(Adder.value(path)).isEqualTo(100);
    assertThat(names()).containsExactly("web.conf");
  }
}
