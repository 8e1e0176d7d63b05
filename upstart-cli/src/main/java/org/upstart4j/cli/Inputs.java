package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;

/** Reads what a command is given. */
final class Inputs {

  static final String STANDARD_INPUT = "-";

  private Inputs() {}

  /** Reads a file, or the standard input for a hyphen. */
  static JobFile read(String path) throws IOException {
    try {
      return path.equals(STANDARD_INPUT) ? JobFile.read(System.in) : JobFile.read(path(path));
    } catch (FileSystemException failure) {
      throw failure;
    } catch (IOException failure) {
      throw new FileSystemException(path, null, failure.getMessage());
    }
  }

  /** The job files of a folder and of those below; anything else is itself. */
  static List<String> jobFiles(String path) throws IOException {
    Path folder = path(path);
    return path.equals(STANDARD_INPUT) || !Files.isDirectory(folder)
        ? List.of(path)
        : JobDirectory.of(folder).files().stream().map(Path::toString).toList();
  }

  private static Path path(String path) throws IOException {
    try {
      return Path.of(path);
    } catch (InvalidPathException noName) {
      throw new FileSystemException(
          path, null, "no name of a file in this character set; run with LC_ALL=C.UTF-8");
    }
  }

  /** The files of a folder and of those below that Upstart never reads. */
  static List<String> unread(String path) throws IOException {
    Path folder = Path.of(path);
    return path.equals(STANDARD_INPUT) || !Files.isDirectory(folder)
        ? List.of()
        : JobDirectory.of(folder).unread().stream().map(Path::toString).toList();
  }
}
