package org.upstart4j.initctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.Destination;
import org.upstart4j.initctl.internal.Words;

/**
 * Runs programs on another machine with the {@code ssh} of OpenSSH, which asks for no password: a
 * key, an agent or the like must do. All programs share one connection, which ends with {@link
 * #close()}, or by itself after a minute in which nothing ran.
 *
 * <p>The shell at the other end must be a POSIX shell. Each word is quoted for it. A program that
 * is given up goes on there until it has ended or prints something, as nobody tells it.
 */
public final class SshRunner implements CommandRunner {

  /** What ssh itself ends with when it fails. */
  private static final int FAILED = 255;

  private static final String SHARED_FOR_SECONDS = "60";

  /** What ssh appends to the name of a socket while it makes it, and the name itself. */
  private static final int LONGEST_NAME = 60;

  private static final int LONGEST_SOCKET = 104;

  private static final Wait PATIENCE_WITH_THE_END = Wait.atMost(Duration.ofSeconds(5));

  private final String program;
  private final String destination;
  private final List<String> options;
  private @Nullable Path sockets;

  SshRunner(String program, String destination, List<String> options) {
    this.program = program;
    this.destination = Destination.require(destination);
    this.options = List.copyOf(options);
  }

  /**
   * Returns one that runs another program than the {@code ssh} that the machine finds.
   *
   * @param path the program's name or path; it must understand the options of OpenSSH
   * @return the runner, to be closed
   */
  public SshRunner withProgram(String path) {
    return new SshRunner(path, destination, options);
  }

  @Override
  public CommandResult run(Command command, Deadline deadline) {
    Command plain = command.asWords();
    List<String> words = ssh();
    words.addAll(List.of("-T", "--", destination, Words.quoted(plain.words())));
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
    List<String> words = new ArrayList<>();
    words.add(program);
    // ssh takes the first value that it is given for an option, so that a caller's counts
    words.addAll(options);
    words.addAll(List.of("-o", "BatchMode=yes"));
    words.addAll(List.of("-o", "ControlMaster=auto"));
    words.addAll(List.of("-o", "ControlPersist=" + SHARED_FOR_SECONDS));
    words.addAll(List.of("-o", "ControlPath=" + controlPath()));
    return words;
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
          "No folder for ssh's connection can be made: " + failure.getMessage(), failure);
    }
  }

  /** Ends the connection that the programs share, and with it those that still run. */
  @Override
  public synchronized void close() {
    Path folder = sockets;
    if (folder == null) {
      return;
    }
    if (holdsSocket(folder)) {
      List<String> words = ssh();
      words.addAll(List.of("-O", "exit", "--", destination));
      try {
        CommandRunner.local().run(Command.of(words), Deadline.of(PATIENCE_WITH_THE_END));
      } catch (UpstartException failure) {
        // then it ends by itself, after its minute
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

  /**
   * Returns where programs run, for the name of the transport.
   *
   * @return for example {@code on root@example.org}
   */
  @Override
  public String toString() {
    return "on " + destination;
  }
}
