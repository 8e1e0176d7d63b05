package org.upstart4j.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.terminal.Visible;

/** Says for people what went wrong. */
public final class Failures {

  private Failures() {}

  /** A line, or some. */
  public static String describe(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return name(missing) + ": " + whyMissing(missing);
    } else if (failure instanceof AccessDeniedException denied) {
      return name(denied) + ": permission denied";
    } else if (failure instanceof FileAlreadyExistsException existing) {
      return name(existing) + ": exists already";
    } else if (failure instanceof FileSystemException problem && problem.getReason() != null) {
      return name(problem) + ": " + problem.getReason();
    } else if (failure instanceof IllegalArgumentException
        || failure instanceof IllegalStateException
        || failure instanceof UpstartException) {
      return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    } else if (failure instanceof UncheckedIOException unchecked) {
      return describe(Objects.requireNonNull(unchecked.getCause()));
    }
    return failure.toString();
  }

  /**
   * Says what to do where what only some commands need is not on Java's path, as the launcher would
   * have it; nothing about other classes.
   */
  static Optional<String> describe(NoClassDefFoundError missing) {
    return String.valueOf(missing.getMessage()).startsWith("org/upstart4j/picture/")
        ? Optional.of(
            "the jars in lib/picture are missing: add lib/picture/* to Java's class path, or start"
                + " bin/upstart")
        : Optional.empty();
  }

  /** Java puts a replacement character where a name is not text, and cannot open such a file. */
  private static String whyMissing(NoSuchFileException missing) {
    return String.valueOf(missing.getFile()).indexOf('\ufffd') < 0
        ? "no such file"
        : "no such file, or its name is no text in UTF-8; rename it";
  }

  private static String name(FileSystemException failure) {
    return Visible.text(String.valueOf(failure.getFile()));
  }
}
