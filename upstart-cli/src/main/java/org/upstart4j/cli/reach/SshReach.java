package org.upstart4j.cli.reach;

import java.util.Optional;
import org.upstart4j.Upstart;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.RemoteOptions;
import org.upstart4j.fleet.RemoteUpstart;
import org.upstart4j.fleet.Way;

/** The Upstart of another host. */
final class SshReach {

  private SshReach() {}

  static Upstart open(Reach.OverSsh reach) {
    RemoteOptions options = RemoteOptions.DEFAULT.withAccess(reach.way().access());
    return RemoteUpstart.of(
        Host.of(reach.host()), reach.timeout().map(options::withAnswering).orElse(options));
  }

  static boolean isInitctl(Upstart upstart) {
    return upstart instanceof RemoteUpstart remote && remote.way().kind() == Way.Kind.INITCTL;
  }

  /** Which way was taken and why: always if it is not the usual one. */
  static Optional<String> remark(Upstart upstart, boolean isVerbose) {
    if (!(upstart instanceof RemoteUpstart remote)) {
      return Optional.empty();
    }
    Way way = remote.way();
    return isVerbose || isInitctl(upstart)
        ? Optional.of(Visible.text("by " + way))
        : Optional.empty();
  }
}
