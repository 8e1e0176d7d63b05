package org.upstart4j.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.upstart4j.jobfile.JobFile;

/** Reads the job files that a command is given. */
public final class Inputs {

  /** What stands for the standard input. */
  public static final String STANDARD_INPUT = "-";

  private Inputs() {}

  /** Reads a file, or the standard input for a hyphen. */
  public static JobFile read(String path) throws IOException {
    try {
      return path.equals(STANDARD_INPUT) ? JobFile.read(System.in) : JobFile.read(path(path));
    } catch (FileSystemException failure) {
      throw failure;
    } catch (IOException failure) {
      throw new FileSystemException(path, null, failure.getMessage());
    }
  }

  /** Reads the text of a file, or of the standard input for a hyphen. */
  public static String text(String path) throws IOException {
    boolean isInput = path.equals(STANDARD_INPUT);
    try (InputStream in = isInput ? System.in : Files.newInputStream(path(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileSystemException failure) {
      throw failure;
    } catch (IOException failure) {
      throw new FileSystemException(path, null, failure.getMessage());
    }
  }

  /**
   * The path of a name.
   *
   * @throws FileSystemException if there can be no such file
   */
  public static Path path(String path) throws FileSystemException {
    try {
      return Path.of(path);
    } catch (InvalidPathException noName) {
      throw new FileSystemException(
          path, null, "no name of a file in this character set; run with LC_ALL=C.UTF-8");
    }
  }
}
