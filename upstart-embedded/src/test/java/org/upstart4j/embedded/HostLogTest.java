package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the output goes. */
class HostLogTest {

  private static final Path NULL = Path.of("/dev/null");
  private static final Path TERMINALS = Path.of("/sys/class/tty");
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
    opens(List.of(NULL, host.log, host.log));
  }

  @Test
  void aLogIsAppendedTo() throws IOException {
    Files.writeString(host.log, "before\n");
    host.output(host.job(), "echo one; echo two >&2");

    assertThat(host.output(host.job(), "echo three")).isEqualTo("before\none\ntwo\nthree\n");
  }

  @Test
  void aNewLogHasMode640() throws IOException {
    host.output(host.job("umask 077"), "true");

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

  /** Whoever has the console as a terminal would lose it. */
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
    Host.Spawned spawned = host.job(stanzas).run("sleep", "1000");
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
