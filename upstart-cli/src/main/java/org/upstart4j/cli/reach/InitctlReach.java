package org.upstart4j.cli.reach;

import java.time.Duration;
import java.util.Optional;
import org.upstart4j.Upstart;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.initctl.InitctlUpstartBuilder;

/** The Upstart that the program initctl reaches. */
final class InitctlReach {

  private InitctlReach() {}

  static Upstart open(Optional<BusPlace> place, Optional<String> host, Optional<Duration> timeout) {
    InitctlUpstartBuilder builder = InitctlUpstart.builder();
    timeout.ifPresent(builder::timeout);
    host.ifPresent(destination -> builder.runner(CommandRunner.ssh(destination)));
    place.ifPresent(chosen -> choose(builder, chosen));
    return builder.build();
  }

  private static void choose(InitctlUpstartBuilder builder, BusPlace place) {
    if (place == BusPlace.Usual.SYSTEM_BUS) {
      builder.systemBus();
    } else if (place == BusPlace.Usual.SESSION_BUS) {
      builder.sessionBus();
    } else if (place instanceof BusPlace.UserSession session) {
      session.known().ifPresentOrElse(builder::at, builder::userSession);
    }
  }
}
