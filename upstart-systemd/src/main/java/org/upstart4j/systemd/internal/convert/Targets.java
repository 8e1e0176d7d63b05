package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.internal.convert.Cause.Coming;

/** The targets that stand for runlevels and for the steps of a boot. */
final class Targets {

  static final String SHUTDOWN = "shutdown.target";
  static final String NETWORK = "network-online.target";

  private static final String MULTI_USER = "multi-user.target";
  private static final String GRAPHICAL = "graphical.target";
  private static final String RESCUE = "rescue.target";

  /** Started with the services of a system for several users. */
  Cause multiUser(JobUnit job, Outcome outcome) {
    return Cause.of(outcome, Coming.MILESTONE, Line.install(job.draft(), MULTI_USER));
  }

  /** Started before all others, and waiting for nothing. */
  Cause early(JobUnit job, Outcome outcome) {
    return Cause.of(outcome, Coming.MILESTONE, Line.install(job.draft(), "sysinit.target"))
        .with(Start.early(job));
  }

  Cause network(JobUnit job, String reason) {
    Draft draft = job.draft();
    return multiUser(job, Outcome.approximate(ConversionCode.NETWORK, reason))
        .with(Line.unit(draft, "Wants", NETWORK), Line.unit(draft, "After", NETWORK));
  }

  /** The scripts of a runlevel begin or have ended. */
  Cause rc(JobUnit job, Awaited awaited) {
    Runlevels runlevels = Runlevels.ofJob(awaited);
    Cause cause = runlevel(job, runlevels);
    return cause.coming() == Coming.TARGET
        ? new Cause(
            Outcome.approximate(
                ConversionCode.RUNLEVEL,
                "systemd runs no scripts of a runlevel; it is started with the other services"),
            Coming.TARGET,
            cause.pulls(),
            cause.lines())
        : cause;
  }

  Cause runlevel(JobUnit job, Runlevels runlevels) {
    if (runlevels.isOpen() || runlevels.others()) {
      return Cause.unknown(
          Outcome.byHand(
                  ConversionCode.EVENT_VARIABLE, "which runlevel is meant hangs on a variable")
              .remedy("name the target in [Install]"));
    }
    if (runlevels.levels().isEmpty()) {
      return Cause.never(
          Outcome.dead(
              ConversionCode.RUNLEVEL, "no runlevel is called that: they are 0 to 6 and S"));
    }
    if (!runlevels.atBoot()) {
      return Cause.unknown(
          Outcome.byHand(
                  ConversionCode.RUNLEVEL, "systemd does not say which target was there before")
              .remedy("name the target in [Install]"));
    }
    List<Line> pulls = new ArrayList<>();
    targets(runlevels).forEach(target -> pulls.add(Line.install(job.draft(), target)));
    Cause cause = new Cause(outcome(runlevels), Coming.TARGET, pulls, List.of());
    return isOnlyDown(runlevels)
        ? cause.with(
            Line.unit(job.draft(), "DefaultDependencies", "no"),
            Line.unit(job.draft(), "Before", SHUTDOWN))
        : cause;
  }

  private static List<String> targets(Runlevels runlevels) {
    List<String> targets = new ArrayList<>();
    if (isOnlyDown(runlevels)) {
      if (runlevels.levels().contains("0")) {
        targets.add("poweroff.target");
        targets.add("halt.target");
      }
      if (runlevels.levels().contains("6")) {
        targets.add("reboot.target");
      }
      return targets;
    }
    if (runlevels.levels().stream().anyMatch("234"::contains)) {
      targets.add(MULTI_USER);
    } else if (runlevels.levels().contains("5")) {
      targets.add(GRAPHICAL);
    }
    if (runlevels.hasAny(Runlevels.RESCUE)) {
      targets.add(RESCUE);
    }
    return targets;
  }

  /** Whether it only takes runlevels in which the machine goes down. */
  private static boolean isOnlyDown(Runlevels runlevels) {
    return Runlevels.DOWN.containsAll(runlevels.levels());
  }

  private static Outcome outcome(Runlevels runlevels) {
    if (runlevels.isAboutPrevious()) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL, "systemd does not say which target was there before");
    }
    if (isOnlyDown(runlevels)) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL,
          "it is started as the machine goes down, while the others stop; what comes after Upstart's"
              + " scripts of the runlevel has no place of its own");
    }
    if (runlevels.hasAny(Runlevels.DOWN)) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL, "it is not started as the machine goes down");
    }
    if (!runlevels.hasAll(Runlevels.MULTI_USER) && runlevels.hasAny(Runlevels.MULTI_USER)) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL,
          "systemd has one target for 2 to 4, and a second one for 5, which brings the first");
    }
    boolean isHalf = runlevels.hasAny(Runlevels.RESCUE) && !runlevels.hasAll(Runlevels.RESCUE);
    return isHalf || !runlevels.hasAny(Runlevels.MULTI_USER)
        ? Outcome.approximate(ConversionCode.RUNLEVEL, "S and 1 are one target")
        : Outcome.exact(ConversionCode.RUNLEVEL, "the same time at each boot");
  }
}
