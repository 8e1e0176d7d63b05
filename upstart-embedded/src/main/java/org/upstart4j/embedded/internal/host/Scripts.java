package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell's part of the work. The texts are fixed: what differs is passed as words. */
final class Scripts {

  static final String SHELL = "/bin/sh";
  static final String LAUNCHER = read("launcher.sh");

  /** Gives the program its variables where {@code env} cannot. */
  static final String BECOME = read("become.sh");

  static final String GUARDIAN = read("guardian.sh");

  /** Opens the console as file descriptor 4, before there is a session that would get it. */
  static final String CONSOLE = read("console.sh");

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
