package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;

/**
 * A script that stands in for ssh: the other machine is this one. It writes down its arguments, and
 * has a shell run the last of them, for which the path leads to chosen programs only.
 */
final class FakeSsh {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;

  /**
   * Makes one.
   *
   * @param folder where its files are
   * @param shell the shell of a login, and its arguments up to the text that it is to run
   * @param programs what the path leads to
   */
  FakeSsh(Path folder, String shell, String... programs) {
    this.folder = folder;
    for (String program : programs) {
      program(program, find(program));
    }
    script(
        "ssh",
        "printf '%s\\n' \"$@\" >'" + folder + "/words'",
        "for word do last=$word; done",
        "PATH='" + bin() + "'",
        "exec " + shell + " \"$last\"");
  }

  /** Makes one whose login has a POSIX shell, and no more than that needs but these programs. */
  static FakeSsh with(Path folder, String... programs) {
    return new FakeSsh(
        folder,
        find("sh") + " -c",
        Stream.concat(Stream.of("sh", "id"), Stream.of(programs)).toArray(String[]::new));
  }

  /** Returns a program of this machine; the test is skipped if that is missing. */
  static String find(String program) {
    Path found =
        Stream.of("/usr/bin", "/bin", "/usr/local/bin")
            .map(bin -> Path.of(bin, program))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of(program));
    assumeTrue(found.isAbsolute(), () -> "skipped: there is no " + program + " here");
    return found.toString();
  }

  private Path bin() {
    try {
      return Files.createDirectories(folder.resolve("bin"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Has a name of the path lead to a program. */
  FakeSsh program(String name, String program) {
    return script("bin/" + name, "exec " + program + " \"$@\"");
  }

  /** Writes a script into its folder. */
  FakeSsh script(String name, String... lines) {
    try {
      bin();
      Path file = folder.resolve(name);
      Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns what reaches an address through it. */
  DbusUpstartBuilder to(String address) {
    return builder().at(address);
  }

  /** Returns what goes through it. */
  DbusUpstartBuilder builder() {
    return DbusUpstart.builder()
        .ssh("root@web1", "-p", "2222")
        .sshProgram(folder.resolve("ssh").toString())
        .timeout(PATIENCE);
  }

  /** Returns the arguments that it got. */
  List<String> words() {
    try {
      return Files.readAllLines(folder.resolve("words"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the processes that run for a client: those to which its marker was given. */
  List<ProcessHandle> processes() {
    String marker = words().get(words().size() - 1).replaceAll(".* ([0-9a-f]{32}) .*", "$1");
    assertThat(marker).hasSize(32);
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(marker))
        .toList();
  }

  /** Waits until a condition holds. */
  static void await(BooleanSupplier condition, String what) {
    Deadline deadline = Deadline.of(Wait.atMost(PATIENCE));
    while (!condition.getAsBoolean()) {
      deadline.sleep(Duration.ofMillis(10), what);
    }
  }
}
