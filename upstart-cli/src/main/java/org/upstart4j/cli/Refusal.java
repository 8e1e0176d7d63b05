package org.upstart4j.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstart4j.cli.terminal.CliConsole;

/** Why a job is not created. The exit statuses are those of the Python package upstart. */
record Refusal(int status, String message) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]+");
  private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]+");

  /** Nothing if all is well. */
  static Optional<Refusal> of(Path folder, String name, String command) {
    if (!NAME.matcher(name).matches()) {
      return refuse(1, "the job's name may have letters, digits and hyphens only: " + name);
    }
    Path file = file(folder, name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(existing(file));
    }
    String program = BLANKS.split(command, 2)[0];
    if (!program.startsWith("/")) {
      return refuse(3, "the command needs an absolute path: " + program);
    }
    return isFile(program) ? Optional.empty() : refuse(4, "the command does not exist: " + program);
  }

  static Refusal existing(Path file) {
    return new Refusal(2, "the job exists already: " + file);
  }

  /** Where the job file of a name is. */
  static Path file(Path folder, String name) {
    return folder.resolve(name + ".conf");
  }

  private static Optional<Refusal> refuse(int status, String message) {
    return Optional.of(new Refusal(status, message));
  }

  private static boolean isFile(String program) {
    try {
      return Files.isRegularFile(Path.of(program));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Prints the reason; returns the exit status. */
  int tell(CliConsole console) {
    console.complain(message);
    return status;
  }
}
