package org.upstart4j.analysis.platform;

import java.util.Optional;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The Upstart that job files are meant for: of a platform, or of a version wherever it runs.
 *
 * @param version the version
 * @param platform the platform, if it is known
 */
public record Target(UpstartVersion version, Optional<Platform> platform) {

  /**
   * The Upstart of a platform.
   *
   * @param platform the platform
   * @return the target
   */
  public static Target of(Platform platform) {
    return new Target(platform.version(), Optional.of(platform));
  }

  /**
   * A version of Upstart, wherever it runs.
   *
   * @param version the version
   * @return the target
   */
  public static Target of(UpstartVersion version) {
    return new Target(version, Optional.empty());
  }

  /**
   * Looks a name up.
   *
   * @param name a platform's or a version's; case does not count
   * @return the target, or nothing if there is neither
   */
  public static Optional<Target> find(String name) {
    return Platform.find(name).map(Target::of).or(() -> UpstartVersion.find(name).map(Target::of));
  }

  /** {@return the platform's name, or the version's} */
  public String name() {
    return platform.map(Platform::name).orElseGet(version::text);
  }

  /** {@return what the platform provides; without one, what any platform does} */
  public Provided provides() {
    return platform.map(Platform::provides).orElseGet(Platform::providedAnywhere);
  }

  /** {@return what {@code sh} is there; without a platform dash, which allows the least} */
  public Shell shell() {
    return platform.map(Platform::shell).orElse(Shell.DASH);
  }

  @Override
  public String toString() {
    return name();
  }
}
