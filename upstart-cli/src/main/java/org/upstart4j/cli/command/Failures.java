package org.upstart4j.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.terminal.Visible;

/** Says for people what went wrong. */
public final class Failures {

  /** Which folder holds the classes that only some commands need. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "org/upstart4j/picture/", "picture",
          "org/upstart4j/micrometer/", "exporter",
          "io/micrometer/", "exporter");

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
    String name = String.valueOf(missing.getMessage());
    for (Map.Entry<String, String> one : FOLDERS.entrySet()) {
      if (name.startsWith(one.getKey())) {
        String folder = "lib/" + one.getValue();
        return Optional.of(
            "the jars in "
                + folder
                + " are missing: add "
                + folder
                + "/* to Java's class path, or start bin/upstart");
      }
    }
    return Optional.empty();
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
