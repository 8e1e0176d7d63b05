package org.upstart4j.initctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.CommandWords;
import org.upstart4j.spi.SshCommand;

/**
 * Runs programs on another machine with the {@code ssh} of OpenSSH. It never asks for a password:
 * use a key, an agent or the like. All programs share one connection, which ends with {@link
 * #close()}, or by itself after a minute in which nothing runs.
 *
 * <p>The shell at the other end must be a POSIX shell; each word is quoted for it. If a call gives
 * up, its program goes on there until it ends or prints something, as nothing tells it to stop.
 */
public final class SshRunner implements CommandRunner {

  /** The exit status of ssh's own failures. */
  private static final int FAILED = 255;

  private static final String SHARED_FOR_SECONDS = "60";

  /** The name of a socket, and what ssh appends to it while making it. */
  private static final int LONGEST_NAME = 60;

  private static final int LONGEST_SOCKET = 104;

  private static final Wait PATIENCE_WITH_THE_END = Wait.atMost(Duration.ofSeconds(5));

  private final SshCommand ssh;
  private @Nullable Path sockets;

  SshRunner(SshCommand ssh) {
    this.ssh = ssh;
  }

  /**
   * {@return a runner that uses another program than the {@code ssh} on the path; close it}
   *
   * @param path the program's name or path; it must understand the options of OpenSSH
   */
  public SshRunner withProgram(String path) {
    return new SshRunner(ssh.withProgram(path));
  }

  @Override
  public CommandResult run(Command command, Deadline deadline) {
    Command plain = command.asWords();
    List<String> words = ssh();
    words.addAll(List.of("-T", "--", ssh.destination(), CommandWords.quoted(plain.words())));
    CommandResult result =
        CommandRunner.local()
            .run(new Command(words, Map.of(), Set.of(), command.outputLimit()), deadline);
    if (result.status() == FAILED) {
      throw new UpstartUnavailableException(this + ": " + reason(result), null);
    }
    return result;
  }

  private static String reason(CommandResult result) {
    String text = result.errors().strip();
    return text.isEmpty() ? "ssh failed, or the program there was killed" : text;
  }

  private List<String> ssh() {
    return ssh.words(
        List.of(
            "ControlMaster=auto",
            "ControlPersist=" + SHARED_FOR_SECONDS,
            "ControlPath=" + controlPath()));
  }

  private String controlPath() {
    return '"' + sockets().toString().replace("%", "%%") + "/%C\"";
  }

  private synchronized Path sockets() {
    Path folder = sockets;
    if (folder == null) {
      folder = folder();
      sockets = folder;
    }
    return folder;
  }

  private static Path folder() {
    try {
      Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
      boolean fits = usual.toString().length() + 20 + LONGEST_NAME < LONGEST_SOCKET;
      return Files.createTempDirectory(
          fits ? usual : Path.of("/tmp"),
          "ssh",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException failure) {
      throw new UpstartUnavailableException(
          "Cannot make a folder for ssh's connection: " + failure.getMessage(), failure);
    }
  }

  /** Ends the connection that the programs share, and with it the programs that still run. */
  @Override
  public synchronized void close() {
    Path folder = sockets;
    if (folder == null) {
      return;
    }
    if (holdsSocket(folder)) {
      List<String> words = ssh();
      words.addAll(List.of("-O", "exit", "--", ssh.destination()));
      try {
        CommandRunner.local().run(Command.of(words), Deadline.of(PATIENCE_WITH_THE_END));
      } catch (UpstartException failure) {
        // then the connection ends by itself, after its minute
      }
    }
    sockets = null;
    delete(folder);
  }

  private static boolean holdsSocket(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException failure) {
      return false;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      // an empty folder in the folder of temporary files harms nobody
    }
  }

  /** {@return where programs run, for the transport's name: {@code on root@example.org}} */
  @Override
  public String toString() {
    return "on " + ssh.destination();
  }
}
