package org.upstart4j.systemd.internal.convert;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;

/** What becomes of {@code start on} and {@code stop on}. */
final class Conditions {

  private final Graph graph;
  private final EventUnits units;
  private final EventCauses events;
  private final JobCauses jobs;
  private final Stops stops;

  Conditions(Graph graph) {
    this.graph = graph;
    this.units = new EventUnits(graph);
    this.events = new EventCauses(graph, units);
    this.jobs = new JobCauses(graph);
    this.stops = new Stops(graph, units, events);
  }

  /** Converts the {@code start on} that counts; says each leaf, and the stanza as a whole. */
  void start(JobUnit job, Placed stanza) {
    Start start = start(job, job.job().startCondition().orElseThrow());
    start.write();
    job.found(stanza, start.whole());
  }

  private Start start(JobUnit job, PlacedCondition condition) {
    return new Start(job, condition, event -> cause(job, event));
  }

  private Cause cause(JobUnit job, Awaited event) {
    Cause cause = event.isAboutJob() ? jobs.of(job, event) : events.of(job, event);
    boolean isStarted = cause.pulls().stream().anyMatch(line -> line.starts(job));
    return job.isTemplate() && isStarted
        ? cause.withoutPulls(JobCauses.instanceUnknown(job))
        : cause;
  }

  /** Converts the {@code stop on} that counts; says each leaf, and the stanza as a whole. */
  void stop(JobUnit job, Placed stanza) {
    PlacedCondition condition = job.job().stopCondition().orElseThrow();
    boolean hasAnd = condition.<Boolean>fold(event -> false, (l, r) -> true, (l, r) -> l || r);
    boolean isEarly = isEarly(job) && !Stops.staysInRescue(job);
    boolean allDead = true;
    for (Awaited event : condition.events()) {
      Stop stop = stops.of(job, event);
      List<String> directives = stop.lines().stream().map(line -> line.write(job.draft())).toList();
      boolean staysAllTheSame = isEarly && Stops.coversShutdown(event);
      job.found(event, (staysAllTheSame ? notInRescue() : stop.outcome()).as(directives));
      allDead &= stop.outcome().level() == Level.DEAD;
    }
    job.found(stanza, whole(condition.events().size(), hasAnd, allDead));
  }

  /** The rescue target needs what starts first of all, and does not stop it. */
  private static Outcome notInRescue() {
    return Outcome.approximate(
            ConversionCode.RUNLEVEL,
            "it is stopped as the machine goes down, but not in rescue.target")
        .as("Conflicts=" + Targets.SHUTDOWN);
  }

  private static Outcome whole(int events, boolean hasAnd, boolean allDead) {
    if (allDead) {
      return Outcome.dead(ConversionCode.COMBINATION, "it never came true in Upstart");
    }
    if (hasAnd) {
      return Outcome.approximate(
          ConversionCode.COMBINATION, "each of them stops the job; Upstart waits for both");
    }
    return Outcome.exact(
        ConversionCode.COMBINATION,
        events == 1 ? "nothing else has to come" : "each of them stops the job");
  }

  /** What a job without {@code stop on} differs in, and what no stanza says of its relations. */
  void implied(JobUnit job) {
    new Calls(job).find();
    new EventVariables(job, graph).find();
    if (isEarly(job)) {
      job.foundImplicit(
          Outcome.exact(
                  ConversionCode.STOPPED_AT_SHUTDOWN,
                  "without default dependencies the unit itself says that it stops before the"
                      + " machine does")
              .as(job.draft().join(Draft.UNIT, "Conflicts", Targets.SHUTDOWN))
              .as(job.draft().join(Draft.UNIT, "Before", Targets.SHUTDOWN)));
    }
    boolean stays = job.shape() == Shape.SERVICE || job.shape() == Shape.STATE;
    boolean isStopped =
        job.job().stopCondition().map(PlacedCondition::events).orElse(List.of()).stream()
            .anyMatch(Stops::coversShutdown);
    if (stays && !isStopped) {
      job.foundImplicit(
          Outcome.approximate(
              ConversionCode.STOPPED_AT_SHUTDOWN,
              "systemd stops it as the machine goes down and in rescue.target; Upstart would leave it"
                  + " to the last KILL"));
    }
  }

  /** Whether it gets no default dependencies, which stop a unit as the machine goes down. */
  private boolean isEarly(JobUnit job) {
    return job.job()
        .startCondition()
        .map(condition -> start(job, condition))
        .filter(start -> start.isEarly() && !start.isForShutdown())
        .isPresent();
  }

  /** The stand-ins for Upstart's programs, by their paths below the helpers; none if none calls. */
  Map<String, String> standIns() {
    return graph.jobs().stream().anyMatch(job -> new Calls(job).needStandIns())
        ? StandIn.programs(graph, units.units())
        : Map.of();
  }

  /** What becomes of an {@code export}: it matters only to those who see the job's events. */
  Outcome export(JobUnit job, ListStanza stanza) {
    boolean isSeen =
        graph.jobs().stream()
            .flatMap(other -> Stream.of(other.job().startCondition(), other.job().stopCondition()))
            .flatMap(condition -> condition.stream())
            .flatMap(condition -> condition.events().stream())
            .anyMatch(event -> event.isAboutJob() && mayMean(event, job.name()));
    return isSeen
        ? Outcome.lost(ConversionCode.EXPORT, "no unit gets the variables of another one's events")
            .remedy("write the values to a file that the other unit reads by EnvironmentFile=")
        : Outcome.dead(
            ConversionCode.EXPORT, "no job of this folder waits for an event of this one");
  }

  private static boolean mayMean(Awaited event, String job) {
    return event.job().map(test -> test.isVariable() || test.passes(job)).orElse(true);
  }

  Graph graph() {
    return graph;
  }
}
