package org.upstart4j.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** States that Upstart 1.13.2 dumped while its jobs were at all sorts of points. */
final class Dumps {

  /** Upstart as process 1. */
  static final String PROCESS_1 = read("process-1.json");

  /** Upstart as process 1 that knows one job. */
  static final String ONE_JOB = read("one-job.json");

  /** Upstart in a user's session. */
  static final String SESSION = read("session.json");

  private Dumps() {}

  private static String read(String name) {
    try (InputStream in = Dumps.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
