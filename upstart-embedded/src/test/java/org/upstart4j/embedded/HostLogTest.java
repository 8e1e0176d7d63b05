package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;

/** Where the output goes. */
class HostLogTest {

  private static final Path NULL = Path.of("/dev/null");
  private static final Path TERMINALS = Path.of("/sys/class/tty");
  private static final Path MKFIFO = Path.of("/usr/bin/mkfifo");
  private static final int SWAPS = 400;
  private static final Path CONSOLE = Path.of("/dev/console");

  @TempDir Path folder;
  private Host host;
  private int pid;

  @BeforeEach
  void open() {
    host = new Host(folder);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void outputAndErrorsGoToTheLogAndNothingElseIsOpen() {
    opens(List.of(NULL, host.log, host.log), host.job().shell("echo begun; exec sleep 1000"));
  }

  @RepeatedTest(20)
  void aLogIsThereWithTheFirstOutput() throws IOException {
    Host.Spawned before = host.job().type(ProcessType.PRE_START).shell("exec sleep 1000");
    Host.Spawned spawned = host.job().shell("kill -STOP $$; echo one; exec sleep 1000");
    Host.await(() -> Host.commandLine(before.pid()).equals("sleep 1000 "));
    Host.await(() -> Host.state(spawned.pid()) == 'T');
    assertThat(host.log).doesNotExist();

    spawned.process().signal(spawned.pid(), Signal.of("CONT"));
    Host.await(() -> host.logged().equals("one\n"));
    spawned.process().signal(spawned.pid(), Signal.KILL);
    spawned.observed().toTheEnd();
    assertThat(host.output(host.job(), "echo two")).isEqualTo("one\ntwo\n");
    host.close();
    assertThat(folder).isDirectoryContaining("glob:**/job.log");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void processesOfAJobShareTheLogThatNothingWasWrittenToYet() {
    Host.Spawned first = host.job().type(ProcessType.PRE_START).shell("kill -STOP $$; echo one");
    Host.await(() -> Host.state(first.pid()) == 'T');
    host.output(host.job(), "echo two");
    first.process().signal(first.pid(), Signal.of("CONT"));

    assertThat(first.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(host.logged()).isEqualTo("two\none\n");
  }

  @Test
  void aJobThatWritesNothingHasNoLog() {
    host.job().run("true").observed().toTheEnd();
    host.job().run("/no/such/program").observed().toTheEnd();

    Host.await(() -> isEmpty(folder));
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatAKilledEngineHasLeftIsClearedAway() throws IOException {
    Path left = Files.createFile(folder.resolve(".upstart-" + Integer.MAX_VALUE + "-x"));
    host.output(host.job(), "echo here");

    assertThat(left).doesNotExist();
  }

  @Test
  void noLinkIsFollowedThatIsSwappedInWhileLogsAreOpened() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "untouched");
    Path missing = folder.resolve("missing");
    Path swapped = Files.createDirectory(folder.resolve("logs")).resolve("job.log");
    AtomicBoolean over = new AtomicBoolean();
    Path spare = Files.createFile(folder.resolve("spare"));
    Thread swapper = new Thread(() -> swap(swapped, List.of(target, missing), spare, over));
    swapper.start();
    try {
      for (int i = 0; i < SWAPS; i++) {
        assertThat(host.job().log(swapped).shell("echo secret").observed().toTheEnd())
            .containsExactly("executed", "ended 0");
      }
    } finally {
      over.set(true);
      swapper.join();
    }
    assertThat(target).hasContent("untouched");
    assertThat(missing).doesNotExist();
  }

  private static void swap(Path log, List<Path> targets, Path spare, AtomicBoolean over) {
    Path next = spare.resolveSibling("next");
    try {
      for (int i = 0; !over.get(); i++) {
        Files.createLink(next, spare);
        Files.move(next, log, StandardCopyOption.ATOMIC_MOVE);
        Files.createSymbolicLink(next, targets.get(i % 2));
        Files.move(next, log, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void outputIsNotLostIfSomebodyElseMakesTheLogMeanwhile() {
    host.output(host.job(), "echo mine >" + host.log + "; echo one; sleep 0.3; echo two");

    assertThat(host.logged()).isEqualTo("mine\none\ntwo\n");
  }

  @Test
  void nobodyWaitsForAFifoInTheLogsPlace() throws Exception {
    assumeTrue(Files.isExecutable(MKFIFO), "there is no mkfifo");
    assertThat(new ProcessBuilder(MKFIFO.toString(), host.log.toString()).start().waitFor())
        .isZero();

    assertThat(host.job().shell("echo lost").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
  }

  @Test
  void aLogIsAppendedTo() throws IOException {
    Files.writeString(host.log, "before\n");
    host.output(host.job(), "echo one; echo two >&2");

    assertThat(host.output(host.job(), "echo three")).isEqualTo("before\none\ntwo\nthree\n");
  }

  @Test
  void aNewLogHasMode640() throws IOException {
    host.output(host.job("umask 077"), "echo here");

    assertThat(Files.getPosixFilePermissions(host.log))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void aLogOfAnOddNameIsWritten() throws IOException {
    Path log = folder.resolve("-n \\n $(id) '\" *");
    host.job().log(log).shell("echo here").observed().toTheEnd();

    assertThat(log).hasContent("here\n");
  }

  @Test
  void aLinkInTheLogsPlaceIsNotFollowed() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "untouched");
    Files.createSymbolicLink(host.log, target);

    assertThat(host.job().shell("echo lost").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(target).hasContent("untouched");
  }

  @Test
  void aLogThatCannotBeWrittenLosesTheOutputOnly() {
    Path nowhere = folder.resolve("missing/job.log");

    assertThat(host.job().log(nowhere).shell("echo lost").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(host.job().log(folder).shell("echo lost").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(nowhere.getParent()).doesNotExist();
  }

  @Test
  void withoutAConsoleTheOutputIsLost() {
    opens(List.of(NULL, NULL, NULL), "console none");
  }

  @Test
  void theSystemsConsoleIsInputAndOutput() {
    assumeTrue(Files.isWritable(CONSOLE), "the console may not be written");

    opens(List.of(CONSOLE, CONSOLE, CONSOLE), "console output");
    assertThat(terminal("console output")).isEqualTo("0");
  }

  @Test
  void theSystemsConsoleIsTheTerminalOfItsOwner() throws IOException {
    assumeTrue(Files.isWritable(CONSOLE), "the console may not be written");
    assumeTrue(isNobodysTerminal(), "the console is somebody's terminal");

    assertThat(terminal("console owner")).isNotEqualTo("0");
    opens(List.of(CONSOLE, CONSOLE, CONSOLE), "console owner");
  }

  /** A process tells it of itself, as another one may take the terminal away from it. */
  private String terminal(String stanza) {
    String tell = "cut -d' ' -f7 /proc/$$/stat >" + host.log;
    assertThat(host.job(stanza).shell(tell).observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    return host.logged().strip();
  }

  /** A process that has the console as its terminal would lose it. */
  private static boolean isNobodysTerminal() throws IOException {
    String active = "console";
    for (Path next = active(active); Files.exists(next); next = active(active)) {
      String[] names = Files.readString(next).strip().split(" ");
      active = names[names.length - 1];
    }
    String[] device = Files.readString(TERMINALS.resolve(active).resolve("dev")).strip().split(":");
    int number = Integer.parseInt(device[0]) << 8 | Integer.parseInt(device[1]);
    return ProcessHandle.allProcesses()
        .noneMatch(any -> Host.terminal((int) any.pid()).equals(Integer.toString(number)));
  }

  private static Path active(String terminal) {
    return TERMINALS.resolve(terminal).resolve("active");
  }

  /** Runs a process with these stanzas until it has nothing else open, and its libraries read. */
  private void opens(List<Path> streams, String... stanzas) {
    opens(streams, host.job(stanzas).run("sleep", "1000"));
  }

  private void opens(List<Path> streams, Host.Spawned spawned) {
    pid = spawned.pid();
    Host.await(() -> Host.commandLine(pid).equals("sleep 1000 ") && streams().equals(streams));
  }

  private List<Path> streams() {
    List<Path> streams = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files.sorted().toList()) {
        streams.add(Files.readSymbolicLink(file));
      }
    } catch (IOException | UncheckedIOException closed) {
      return List.of();
    }
    return streams;
  }
}
