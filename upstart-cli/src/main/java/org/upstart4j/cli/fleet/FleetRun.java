package org.upstart4j.cli.fleet;

import java.util.Iterator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.terminal.Progress;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.HostCall;
import org.upstart4j.fleet.HostResult;

/** Asks many hosts, as many at once as may be, and tells what they answer. */
final class FleetRun {

  private final Reports reports;
  private final FleetSettings settings;
  private final Tally tally;
  private final WaysTaken ways = new WaysTaken();
  private final long begun = System.nanoTime();

  private FleetRun(Invocation call, FleetSettings settings) {
    this.reports = new Reports(call, settings);
    this.settings = settings;
    this.tally = new Tally(settings.hosts().size());
  }

  /** Asks all hosts, and tells as usual; returns the exit status. */
  static int of(Invocation call, HostCall<Answer> work) {
    return of(call, work, usual -> usual);
  }

  /** The same, telling otherwise than usual. */
  static int of(Invocation call, HostCall<Answer> work, UnaryOperator<HostReport> telling) {
    return new FleetRun(call, FleetSettings.of(call)).run(work, telling);
  }

  private int run(HostCall<Answer> work, UnaryOperator<HostReport> telling) {
    HostReport report;
    Interruption interruption;
    try (Progress progress = reports.progress(tally, settings.limits().forks());
        Fleet fleet = FleetConnection.open(settings)) {
      report = telling.apply(reports.report(progress, ways));
      try (Stream<HostResult<Answer>> results = fleet.call(ways.noting(work));
          Interruption signals = Interruption.by(results::close)) {
        interruption = signals;
        for (Iterator<HostResult<Answer>> each = results.iterator(); each.hasNext(); ) {
          HostResult<Answer> result = each.next();
          count(result, signals);
          report.add(result);
        }
      }
    }
    report.finish(tally, HostReport.Course.since(begun, interruption.text(), false));
    return interruption.status(tally.status());
  }

  private void count(HostResult<Answer> result, Interruption signals) {
    String host = result.host().name();
    if (result instanceof HostResult.Answer<Answer> answered && answered.value().isOk()) {
      tally.addDone(host, answered.value().changed());
    } else if (result instanceof HostResult.Untried<Answer>) {
      tally.addUntried(host);
    } else if (result instanceof HostResult.Failure<Answer> && signals.isTaken()) {
      tally.addUnknown(host);
    } else {
      tally.addFailed(host);
    }
  }
}
