package org.upstart4j.cli.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.cli.command.FleetOptions;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.OptionNumber;
import org.upstart4j.cli.terminal.Progress;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.HostCall;
import org.upstart4j.fleet.HostResult;
import org.upstart4j.fleet.rolling.Outcome;
import org.upstart4j.fleet.rolling.RecordException;
import org.upstart4j.fleet.rolling.RollingChange;
import org.upstart4j.fleet.rolling.RollingPlan;
import org.upstart4j.fleet.rolling.RollingResult;
import org.upstart4j.fleet.rolling.Share;

/** {@code restart --rolling}: some hosts after the others, until too many fail. */
final class RollingRestart {

  private final Invocation call;
  private final FleetSettings settings;
  private final Reports reports;
  private final Tally progressed;
  private final WaysTaken ways = new WaysTaken();
  private final Set<String> changed = new HashSet<>();
  private final long begun = System.nanoTime();

  private RollingRestart(Invocation call, FleetSettings settings) {
    this.call = call;
    this.settings = settings;
    this.reports = new Reports(call, settings);
    this.progressed = new Tally(settings.hosts().size());
  }

  /** Whether a command asks for it; refuses what only goes with it. */
  static boolean isWanted(Invocation call) {
    if (call.has(FleetOptions.ROLLING)) {
      return true;
    }
    for (Option option :
        List.of(
            FleetOptions.PAUSE,
            FleetOptions.MAX_FAILURES,
            FleetOptions.CANARY,
            FleetOptions.RESUME,
            Option.FOR)) {
      if (call.has(option)) {
        throw new Misuse(option.spelled() + " goes with --rolling N|P%");
      }
    }
    return false;
  }

  /**
   * Restarts on all hosts; returns the exit status.
   *
   * @param name what is done, by which a record is known again
   * @param restart what is done on a host
   */
  static int run(Invocation call, String name, HostCall<? extends Instance> restart)
      throws IOException {
    RollingPlan plan = plan(call);
    Optional<String> file = call.value(FleetOptions.RESUME);
    Optional<Path> record =
        file.isEmpty() ? Optional.empty() : Optional.of(Inputs.path(file.get()));
    return new RollingRestart(call, FleetSettings.of(call)).run(plan, name, restart, record);
  }

  private static RollingPlan plan(Invocation call) {
    RollingPlan plan =
        RollingPlan.of(share(call, FleetOptions.ROLLING).orElseThrow())
            .withCanary(OptionNumber.of(call, FleetOptions.CANARY, 1).orElse(0L).intValue());
    plan = share(call, FleetOptions.MAX_FAILURES).map(plan::withMaxFailures).orElse(plan);
    plan = FleetSettings.time(call, FleetOptions.PAUSE).map(plan::withPause).orElse(plan);
    return FleetSettings.time(call, Option.FOR).map(plan::withStays).orElse(plan);
  }

  private static Optional<Share> share(Invocation call, Option option) {
    try {
      return call.value(option).map(Share::parse);
    } catch (IllegalArgumentException none) {
      throw new Misuse(option.spelled() + ": " + none.getMessage());
    }
  }

  private int run(
      RollingPlan plan, String name, HostCall<? extends Instance> restart, Optional<Path> record) {
    HostReport report;
    RollingResult result;
    Interruption interruption;
    int batch = plan.batch().among(settings.hosts().size());
    try (Progress progress =
            reports.progress(progressed, Math.min(batch, settings.limits().forks()));
        Fleet fleet = FleetConnection.open(settings)) {
      report = reports.report(progress, ways);
      RollingChange change = change(fleet, plan, name, restart, record);
      try (Interruption signals = Interruption.by(change::stop)) {
        interruption = signals;
        result = change.run(done -> add(report, done));
      }
    } catch (RecordException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
    Tally tally = tally(result);
    report.finish(tally, HostReport.Course.since(begun, end(result, interruption), true));
    return interruption.status(tally.status());
  }

  private static RollingChange change(
      Fleet fleet,
      RollingPlan plan,
      String name,
      HostCall<? extends Instance> restart,
      Optional<Path> record) {
    try {
      RollingChange change = RollingChange.of(fleet, plan, name, restart);
      return record.map(change::recordedIn).orElse(change);
    } catch (RecordException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    } catch (IllegalArgumentException wrong) {
      throw new Misuse("--for must be shorter than --timeout: " + wrong.getMessage());
    }
  }

  private void add(HostReport report, HostResult<JobStatus> done) {
    HostResult<Answer> result = answer(done);
    String host = done.host().name();
    if (done instanceof HostResult.Answer<JobStatus>) {
      changed.add(host);
      progressed.addDone(host, true);
    } else if (done instanceof HostResult.Untried<JobStatus>) {
      progressed.addUntried(host);
    } else {
      progressed.addFailed(host);
    }
    report.add(result);
  }

  private static HostResult<Answer> answer(HostResult<JobStatus> done) {
    if (done instanceof HostResult.Answer<JobStatus> answer) {
      return new HostResult.Answer<>(
          answer.host(), Statuses.of(answer.value(), true), answer.took());
    } else if (done instanceof HostResult.Failure<JobStatus> failure) {
      return failure.error().getCause() instanceof RejectedException rejected
          ? new HostResult.Answer<>(failure.host(), rejected.answer(), failure.took())
          : new HostResult.Failure<>(failure.host(), failure.error(), failure.took());
    }
    return new HostResult.Untried<>(done.host(), "The restart ended before");
  }

  /** How the hosts stand in the end, those of a record included. */
  private Tally tally(RollingResult result) {
    Tally tally = new Tally(result.hosts().size());
    for (Map.Entry<String, Outcome> host : result.hosts().entrySet()) {
      String name = host.getKey();
      switch (host.getValue().kind()) {
        case DONE -> tally.addDone(name, changed.contains(name));
        case FAILED -> tally.addFailed(name);
        case UNKNOWN -> tally.addUnknown(name);
        case UNTRIED -> tally.addUntried(name);
      }
    }
    return tally;
  }

  private String end(RollingResult result, Interruption interruption) {
    if (!interruption.text().isEmpty()) {
      return interruption.text();
    } else if (call.has(Option.JSON) && result.end() != RollingResult.End.COMPLETE) {
      return result.end().name().toLowerCase(Locale.ROOT);
    }
    return switch (result.end()) {
      case COMPLETE -> "";
      case FAILURES -> "too many hosts have failed";
      case TIME -> "the time for the run was over";
      case CANARY, STOPPED, UNRECORDED -> result.reason();
    };
  }
}
