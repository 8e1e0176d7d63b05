package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the machine's {@code env} can do: an old one knows neither option. */
final class Env {

  /** The option that resets signals; empty if {@code env} lacks it. */
  static final List<String> RESETS = options("--default-signal");

  /** Whether {@code env} can make variables from values that are no words of its own. */
  static final boolean CARRIES = does(List.of("-i", "-S", "-- ${v0}"));

  private Env() {}

  private static List<String> options(String option) {
    return does(List.of(option)) ? List.of(option) : List.of();
  }

  /** Says whether a variable arrives, under its own name or under that of what carries it. */
  private static boolean does(List<String> options) {
    Optional<String> env = Programs.find("env");
    if (env.isEmpty()) {
      return false;
    }
    List<String> words = new ArrayList<>(List.of(env.get()));
    words.addAll(options);
    words.add(env.get());
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("v0", "A=b  c");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return said.endsWith("A=b  c\n") && process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
