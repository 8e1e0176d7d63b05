package org.upstart4j.cli.fleet;

import java.util.stream.Collectors;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Which Upstart a host has, for the check of its job files. */
final class HostTarget {

  private HostTarget() {}

  /**
   * The version that it tells. That of RHEL 6 tells no other than that of Ubuntu 10.04, which knows
   * less; as far more hosts have the former, it is taken.
   */
  static Target of(Upstart upstart) {
    String numbers =
        upstart.version().numbers().stream().map(String::valueOf).collect(Collectors.joining("."));
    UpstartVersion version = UpstartVersion.find(numbers).orElse(UpstartVersion.NEWEST);
    return Target.of(version == UpstartVersion.V0_6_5 ? UpstartVersion.V0_6_5_EL6 : version);
  }
}
