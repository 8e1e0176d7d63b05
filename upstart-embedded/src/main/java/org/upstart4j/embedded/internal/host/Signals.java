package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;

/**
 * How a program gets all signals as a new session has them. The JVM has SIGQUIT blocked, and its
 * starter may have had it ignore others; both is inherited.
 */
final class Signals {

  private static final String RESET = "--default-signal";
  private static final boolean CAN_RESET = canReset();

  private Signals() {}

  /** Returns the options of {@code env} that do so; none if it is too old. */
  static List<String> reset() {
    return CAN_RESET ? List.of(RESET) : List.of();
  }

  private static boolean canReset() {
    Optional<String> env = Programs.find("env");
    if (env.isEmpty()) {
      return false;
    }
    try {
      return new ProcessBuilder(env.get(), RESET, env.get())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
