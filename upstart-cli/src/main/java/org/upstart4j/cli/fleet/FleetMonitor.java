package org.upstart4j.cli.fleet;

import org.upstart4j.Deadline;
import org.upstart4j.Subscription;
import org.upstart4j.Wait;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.live.Filter;
import org.upstart4j.cli.live.Lines;
import org.upstart4j.cli.live.Monitor;
import org.upstart4j.cli.live.MonitorCommand;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;

/** {@code monitor} over many hosts: one stream of lines, each of which names its host. */
public final class FleetMonitor {

  private final Filter filter;
  private final Lines lines;

  private FleetMonitor(Filter filter, Lines lines) {
    this.filter = filter;
    this.lines = lines;
  }

  public static int run(Invocation call) {
    FleetSettings settings = FleetSettings.of(call);
    return new FleetMonitor(MonitorCommand.filter(call), MonitorCommand.lines(call)).run(settings);
  }

  private int run(FleetSettings settings) {
    try (Fleet fleet = FleetConnection.open(settings);
        Subscription subscription =
            fleet.subscribe(
                this::monitor, host -> monitor(host).connected(fleet.upstart(host).transport()))) {
      return Deadline.of(Wait.FOREVER).await(lines.done(), "the monitor");
    }
  }

  private Monitor monitor(Host host) {
    return new Monitor(lines.of(host.name()), filter);
  }
}
