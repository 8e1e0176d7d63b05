package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.upstart4j.jobfile.JobFile;

/** Reads what a command is given. */
final class Inputs {

  private static final String STANDARD_INPUT = "-";

  private Inputs() {}

  /** Reads a file, or the standard input for a hyphen. */
  static JobFile read(String path) throws IOException {
    return path.equals(STANDARD_INPUT)
        ? JobFile.parse(System.in.readAllBytes())
        : JobFile.read(Path.of(path));
  }
}
