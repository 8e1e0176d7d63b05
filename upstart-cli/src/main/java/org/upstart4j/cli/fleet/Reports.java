package org.upstart4j.cli.fleet;

import java.time.Duration;
import java.util.List;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.terminal.Progress;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.RemoteOptions.Access;

/**
 * How a command tells of its hosts.
 *
 * @param call the command
 * @param settings its hosts
 */
record Reports(Invocation call, FleetSettings settings) {

  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** The line that shows how far the run is, where a person looks at it. */
  Progress progress(Tally tally, int atOnce) {
    boolean isUnseen = call.has(Option.QUIET) || call.has(Option.JSON);
    return isUnseen || settings.hosts().size() < 2
        ? Progress.none()
        : Progress.after(PATIENCE, () -> tally.progress(atOnce));
  }

  /** What the answers are told by. */
  HostReport report(Progress progress, WaysTaken ways) {
    return call.has(Option.JSON)
        ? new JsonReport(call.console(), ways)
        : new TextReport(call.console(), look(), progress, names(), ways);
  }

  private TextReport.Look look() {
    boolean isTerminal = Terminal.isOutput() && settings.hosts().size() > 1;
    boolean isQuiet = call.has(Option.QUIET);
    boolean groups = call.has(Option.GROUP);
    return new TextReport.Look(
        !groups,
        groups || (isTerminal && !isQuiet),
        !isQuiet && (isTerminal || call.has(Option.VERBOSE)),
        !isQuiet && settings.remote().access() == Access.AUTOMATIC);
  }

  private List<String> names() {
    return settings.hosts().stream().map(Host::name).toList();
  }
}
