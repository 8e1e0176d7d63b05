package org.upstart4j.testcontainers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;

/** What the failure of a start says. */
final class LaunchFailures {

  /** How many lines of a log an error shows. */
  private static final int LAST_LINES = 10;

  private LaunchFailures() {}

  /** Returns the innermost failure of the launch: Testcontainers wraps it several times. */
  static ContainerLaunchException clearest(ContainerLaunchException failure) {
    ContainerLaunchException clearest = failure;
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ContainerLaunchException inner) {
        clearest = inner;
      }
    }
    return clearest;
  }

  /** Makes the failure of a container that has ended. */
  static ContainerLaunchException ended(String output, @Nullable Throwable cause) {
    return new ContainerLaunchException(
        "The container has ended" + printed("container", output), cause);
  }

  /** Says what somebody has printed last. */
  static String printed(String who, String text) {
    List<String> lines = text.strip().lines().toList();
    return lines.isEmpty()
        ? "; the " + who + " has printed nothing"
        : "; the " + who + " printed:\n" + String.join("\n", last(lines));
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
  }
}
