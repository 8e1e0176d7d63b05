package org.upstart4j.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.upstart4j.jobfile.JobFile;

/** The job files of the folder {@code examples}, which the jar carries. */
final class Examples {

  private Examples() {}

  static JobFile read(String name) throws IOException {
    try (InputStream file = Examples.class.getResourceAsStream("examples/" + name)) {
      if (file == null) {
        throw new FileNotFoundException("examples/" + name + " is not in the jar");
      }
      return JobFile.parse(file.readAllBytes());
    }
  }
}
