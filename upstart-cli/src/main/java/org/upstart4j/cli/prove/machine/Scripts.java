package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell's part of the work. The texts are fixed: what differs is passed as words. */
final class Scripts {

  /** Watches over a machine, and ends it when its own input ends. */
  static final String GUARD = read("guard.sh");

  /** Becomes process 1 of a machine. */
  static final String MACHINE = read("machine.sh");

  private Scripts() {}

  private static String read(String name) {
    try (InputStream text = Scripts.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("The resource " + name + " is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
