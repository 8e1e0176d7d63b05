package org.upstart4j.it.prove;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.prove.machine.SystemdHost;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * The systemd on which units are tried: this machine's own, or that of another root directory,
 * which the system property {@code upstart.systemd.root} names.
 */
final class TestedSystemd {

  private static final @Nullable String ROOT = System.getProperty("upstart.systemd.root");
  private static final SystemdHost HOST =
      ROOT == null ? SystemdHost.here() : SystemdHost.in(Path.of(ROOT));

  private TestedSystemd() {}

  /** Where it runs. Skips the test where none can run, unless one was asked for. */
  static SystemdHost.Ready host() {
    if (HOST instanceof SystemdHost.Ready ready) {
      return ready;
    }
    String reasons = String.join(", ", ((SystemdHost.Lacking) HOST).reasons());
    if (ROOT != null) {
      throw new IllegalStateException("The systemd of " + ROOT + " cannot be run: " + reasons);
    }
    assumeTrue(false, "skipped: " + reasons);
    throw new AssertionError("an assumption that does not hold ends the test");
  }

  /** Whether it has what came with a version. */
  static boolean has(int since) {
    return host().version().has(new SystemdVersion(since));
  }
}
