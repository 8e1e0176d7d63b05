package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a program gets all signals as a new session has them. The JVM has SIGQUIT blocked, and
 * whatever started it may have had it ignore others, as a shell does with SIGINT in the background;
 * both are inherited. A blocked signal waits until it is let through, an ignored one is lost.
 */
final class Signals {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";

  private Signals() {}

  /** Says whether this process ignores any, so that a launcher could lose them. */
  static boolean anyIgnored() {
    try {
      return Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith(IGNORED))
          .anyMatch(line -> !line.substring(IGNORED.length()).strip().matches("0*"));
    } catch (IOException noProc) {
      return true;
    }
  }

  /** Returns what, before a command, lets it get all signals; empty if the machine has nothing. */
  static List<String> reset() {
    return Env.RESETS.isEmpty()
        ? List.of()
        : List.of(Programs.find("env").orElseThrow(), Env.RESETS.get(0));
  }
}
