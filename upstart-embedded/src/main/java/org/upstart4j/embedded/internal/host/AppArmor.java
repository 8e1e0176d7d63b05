package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.internal.match.Expansion;

/** The security profiles of jobs. As in Upstart, they do nothing where AppArmor does not run. */
public final class AppArmor {

  private static final String STEP = "unable to switch security profile";
  private static final Path ENABLED = Path.of("/sys/module/apparmor/parameters/enabled");
  private static final Path PARSER = Path.of("/sbin/apparmor_parser");
  private static final List<Path> FORBIDDING =
      List.of(Path.of("/run/container_type"), Path.of("/rofs/etc/apparmor.d"));

  private AppArmor() {}

  /**
   * Says whether profiles can be loaded.
   *
   * @return whether AppArmor runs, has its parser, and this is neither a container nor a live CD
   */
  public static boolean isAvailable() {
    return isEnabled()
        && Files.isRegularFile(PARSER)
        && Files.isExecutable(PARSER)
        && FORBIDDING.stream().noneMatch(Files::exists);
  }

  private static boolean isEnabled() {
    try {
      return Files.readString(ENABLED, StandardCharsets.US_ASCII).startsWith("Y");
    } catch (IOException none) {
      return false;
    }
  }

  /** Returns the profile that a process switches to; nothing if it keeps its own. */
  static Optional<String> profile(Launch launch, Root root) throws SetupException {
    Optional<String> profile = launch.definition().apparmorSwitch();
    if (profile.isEmpty() || launch.type() != ProcessType.MAIN) {
      return Optional.empty();
    }
    String name = expanded(profile.get(), launch);
    if (!isAvailable()) {
      return Optional.empty();
    }
    if (!root.isMachine()) {
      throw new SetupException(STEP, "Function not implemented");
    }
    return Optional.of(name);
  }

  private static String expanded(String profile, Launch launch) throws SetupException {
    try {
      return Expansion.expand(profile, launch.environment().entries());
    } catch (Expansion.Failure e) {
      throw new SetupException(STEP, e.text());
    }
  }
}
