package org.upstart4j.cli.fleet;

import org.upstart4j.fleet.CallLimits;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.FleetBuilder;
import org.upstart4j.fleet.RemoteUpstart;

/** The way to many hosts. */
public final class FleetConnection {

  private FleetConnection() {}

  /** The fleet of the settings; nothing is connected yet. */
  public static Fleet open(FleetSettings settings) {
    CallLimits limits = settings.limits();
    FleetBuilder builder =
        Fleet.of(settings.hosts())
            .connectedBy(host -> RemoteUpstart.of(host, settings.remote()))
            .forks(limits.forks())
            .hostTimeout(limits.host());
    limits.all().ifPresent(builder::timeout);
    return builder.build();
  }
}
