package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.unit.UnitName;

/** What the events of a {@code stop on} are on systemd. */
final class Stops {

  private static final Set<String> UP = Set.of("starting", "started");
  private static final Set<String> NETWORK_DOWN =
      Set.of("deconfiguring-networking", "net-device-down");

  private final Graph graph;
  private final EventUnits events;
  private final EventCauses causes;

  Stops(Graph graph, EventUnits events, EventCauses causes) {
    this.graph = graph;
    this.events = events;
    this.causes = causes;
  }

  Stop of(JobUnit job, Awaited awaited) {
    if (awaited.event().equals("runlevel")) {
      return runlevel(job, Runlevels.of(awaited));
    }
    return awaited.isAboutJob() ? aboutJob(job, awaited) : event(job, awaited);
  }

  /** Whether a condition takes every way in which the machine goes down. */
  static boolean coversShutdown(Awaited awaited) {
    boolean isRunlevel = awaited.event().equals("runlevel");
    boolean isRc = awaited.event().equals("starting") && isRc(awaited);
    Runlevels runlevels = isRunlevel ? Runlevels.of(awaited) : Runlevels.ofJob(awaited);
    return (isRunlevel || isRc) && runlevels.hasAll(Runlevels.DOWN);
  }

  /** Whether a job is stopped as the machine goes down, but stays up in rescue.target. */
  static boolean staysInRescue(JobUnit job) {
    return job.job().stopCondition().map(PlacedCondition::events).orElse(List.of()).stream()
        .filter(event -> event.event().equals("runlevel"))
        .anyMatch(event -> staysInRescue(Runlevels.of(event)));
  }

  private static boolean staysInRescue(Runlevels runlevels) {
    return runlevels.hasAll(Runlevels.DOWN)
        && !runlevels.isOpen()
        && !runlevels.hasAny(Runlevels.RESCUE);
  }

  private static boolean isRc(Awaited awaited) {
    return awaited.jobName().filter(StockUnits::isRunlevel).isPresent();
  }

  private static Stop runlevel(JobUnit job, Runlevels runlevels) {
    if (!runlevels.isOpen() && runlevels.levels().isEmpty()) {
      return Stop.of(
          Outcome.dead(
              ConversionCode.RUNLEVEL, "no runlevel is called that: they are 0 to 6 and S"));
    }
    Outcome outcome = outcome(runlevels);
    return staysInRescue(runlevels)
        ? Stop.of(outcome, Line.unit(job.draft(), "IgnoreOnIsolate", "yes"))
        : new Stop(outcome.as("Conflicts=" + Targets.SHUTDOWN), List.of());
  }

  private static Outcome outcome(Runlevels runlevels) {
    if (runlevels.isOpen() || runlevels.isAboutPrevious() || runlevels.others()) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL,
          "it is stopped as the machine goes down, and by systemctl isolate");
    }
    if (!runlevels.hasAll(Runlevels.DOWN)) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL, "it is stopped whenever the machine goes down");
    }
    if (runlevels.hasAny(Runlevels.MULTI_USER)) {
      return Outcome.approximate(
          ConversionCode.RUNLEVEL,
          "it is stopped as the machine goes down and in rescue.target; systemd has one target for 2"
              + " to 4");
    }
    return Outcome.exact(ConversionCode.RUNLEVEL, "it is stopped as the machine goes down");
  }

  private Stop aboutJob(JobUnit job, Awaited awaited) {
    Optional<OtherJob> other = OtherJob.of(awaited, graph);
    if (other.isEmpty()) {
      return Stop.of(JobCauses.unnamed(awaited));
    }
    boolean isHere = other.get().converted().isPresent();
    if (!isHere && isRc(awaited)) {
      Stop stop = runlevel(job, Runlevels.ofJob(awaited));
      return new Stop(
          stop.outcome().isExact() ? approximately(stop.outcome()) : stop.outcome(), stop.lines());
    }
    if (!isHere && StockUnits.isNetwork(other.get().name()) && !UP.contains(awaited.event())) {
      return beforeNetwork(job);
    }
    Stop stop =
        UP.contains(awaited.event())
            ? byStart(job, awaited, other.get())
            : byStop(job, awaited, other.get());
    return isHere || stop.lines().isEmpty()
        ? stop
        : new Stop(JobCauses.otherName(other.get()), stop.lines());
  }

  private static Outcome approximately(Outcome outcome) {
    return new Outcome(
        Level.APPROXIMATE,
        outcome.code(),
        "systemd runs no scripts of a runlevel; it is stopped with the other services",
        outcome.directives(),
        outcome.since(),
        outcome.remedy());
  }

  private static Stop beforeNetwork(JobUnit job) {
    return Stop.of(
        Outcome.approximate(
            ConversionCode.NETWORK, "it is stopped before the network, as the machine goes down"),
        Line.unit(job.draft(), "After", "network.target"));
  }

  /** A unit beside the other job stops this one: units in conflict would stop each other. */
  private Stop byStart(JobUnit job, Awaited awaited, OtherJob other) {
    if (other.isTemplate() || job.isTemplate()) {
      return Stop.of(
          Outcome.byHand(
                  ConversionCode.JOB_START,
                  "a unit is stopped by another one's start only if either stops the other")
              .remedy(
                  "run systemctl stop %s as %s starts"
                      .formatted(job.draft().name(), other.unit())));
    }
    boolean isBefore = awaited.event().equals("starting");
    Beside beside = new Beside(graph, other);
    Line line = isBefore ? beside.stopBeforeStart(job) : beside.stopAfterStart(job);
    return Stop.of(
        isBefore
            ? Outcome.exact(
                ConversionCode.JOB_START, "a unit that starts before the other job stops this one")
            : Outcome.exact(
                ConversionCode.JOB_START, "a unit that starts after the other job stops this one"),
        line);
  }

  private static Stop byStop(JobUnit job, Awaited awaited, OtherJob other) {
    if (awaited.tests().stream().anyMatch(ValueTest::isVariable)) {
      return Stop.of(
          Outcome.byHand(
                  ConversionCode.EVENT_VARIABLE, "which instance is meant hangs on a variable")
              .remedy("PartOf=" + other.unit().replace("@.", "@%i.") + " if it is the same one"));
    }
    Relation relation = Relation.of(job, other);
    List<Line> lines = new ArrayList<>();
    relation.order().ifPresent(lines::add);
    lines.addAll(relation.stopping());
    Outcome outcome =
        awaited.tests().size() > 1 && !onlyNames(awaited)
            ? Outcome.approximate(
                ConversionCode.JOB_STOP, "it is stopped with the other job, however that ends")
            : awaited.event().equals("stopping") ? stopping(relation) : stopped(relation);
    boolean isOlder = !job.options().has(249) && !relation.isBound();
    return new Stop(isOlder ? older(outcome) : outcome, lines);
  }

  private static boolean onlyNames(Awaited awaited) {
    return awaited.tests().stream()
        .map(test -> test.variable(Awaited.OF_JOB_EVENTS))
        .allMatch(name -> name.equals("JOB") || name.equals("INSTANCE"));
  }

  private static Outcome older(Outcome outcome) {
    return Outcome.approximate(
        outcome.code(), outcome.reason() + "; before systemd 249, not where that ends by itself");
  }

  private static Outcome stopping(Relation relation) {
    OtherJob other = relation.other();
    if (relation.isBefore()) {
      return Outcome.approximate(
          ConversionCode.JOB_STOP,
          "it is stopped after the other job, as it starts before it; Upstart stops it first");
    }
    if (relation.starts().isEmpty()) {
      return Outcome.approximate(
          ConversionCode.JOB_STOP,
          "it is stopped before the other job; a restart of that restarts it, and if both start at"
              + " the same time, it waits");
    }
    if (other.isTask() || relation.starts().contains("stopped")) {
      return Outcome.approximate(
          ConversionCode.JOB_STOP, "it is stopped when the other job has ended");
    }
    return other.respawns() || other.hasPostStop()
        ? Outcome.approximate(
            ConversionCode.JOB_STOP,
            "it is stopped before the other job; if that dies, at the same time as its post-stop and"
                + " restart")
        : Outcome.exact(ConversionCode.JOB_STOP, "it is stopped before the other job");
  }

  private static Outcome stopped(Relation relation) {
    boolean isInOrder = relation.isBefore() && !relation.other().respawns();
    return isInOrder
        ? Outcome.exact(ConversionCode.JOB_STOP, "it is stopped after the other job")
        : Outcome.approximate(
            ConversionCode.JOB_STOP,
            relation.isAfter()
                ? "it is stopped before the other job; Upstart stops that first"
                : "it is stopped at the same time as the other job; Upstart stops that first");
  }

  private Stop event(JobUnit job, Awaited awaited) {
    String event = awaited.event();
    if (NETWORK_DOWN.contains(event)) {
      return beforeNetwork(job);
    }
    if (event.equals("unmounted-remote-filesystems")) {
      return Stop.of(
          Outcome.approximate(
              ConversionCode.MILESTONE, "it is stopped as the machine goes down, not later"));
    }
    Optional<String> removed =
        awaited
            .test("INTERFACE", List.of())
            .filter(test -> test.isLiteral() && !test.negated())
            .map(ValueTest::value);
    if (event.startsWith("net-device-remove") && removed.isPresent()) {
      return Stop.of(
          Outcome.approximate(ConversionCode.DEVICE, "the interface has a unit of its own"),
          Line.unit(
              job.draft(),
              "BindsTo",
              "sys-subsystem-net-devices-" + UnitName.escape(removed.get()) + ".device"));
    }
    if (events.isEmitted(event)) {
      return emitted(job, awaited);
    }
    if (EventCauses.isOfSession(event)) {
      return Stop.of(
          Outcome.byHand(
                  ConversionCode.USER_SESSION,
                  "the event belongs to a user's session, which has units of its own")
              .remedy("move the unit to /etc/systemd/user, PartOf=graphical-session.target"));
    }
    Optional<String> emitter =
        graph
            .folder()
            .providers()
            .platformEvent(event)
            .map(ProvidedEvent::by)
            .or(() -> events.promisedBy(event).map(by -> "the job \"" + by + "\""));
    return emitter.map(by -> byProgram(job, awaited, by)).orElseGet(() -> dead(awaited));
  }

  private Stop emitted(JobUnit job, Awaited awaited) {
    if (!awaited.tests().isEmpty() || job.isTemplate()) {
      return Stop.of(
          Outcome.byHand(
                  ConversionCode.EVENT_VARIABLE,
                  "the unit of an event has no variables, so that they cannot decide")
              .remedy(
                  "where %s is emitted with these values, systemctl stop %s"
                      .formatted(awaited.event(), job.draft().name())));
    }
    return new Stop(
        Outcome.exact(
            ConversionCode.EMITTED_EVENT, "emitting it is starting its unit, which waits as long"),
        lines(job, awaited.event()));
  }

  private List<Line> lines(JobUnit job, String event) {
    Draft unit = events.unit(event);
    String name = job.draft().name();
    return List.of(Line.unit(unit, "Conflicts", name), Line.unit(unit, "After", name));
  }

  private Stop byProgram(JobUnit job, Awaited awaited, String emitter) {
    String event = awaited.event();
    Outcome outcome =
        Outcome.byHand(
            ConversionCode.PROGRAM_EVENT,
            "it is emitted by %s, which systemd does not hear".formatted(emitter));
    boolean isPlain = awaited.tests().isEmpty() && !job.isTemplate() && event.indexOf(':') < 0;
    return isPlain
        ? new Stop(
            outcome.remedy("run systemctl start " + Units.event(event) + " where it is emitted"),
            lines(job, event))
        : Stop.of(
            outcome.remedy("run systemctl stop " + job.draft().name() + " where it is emitted"));
  }

  private Stop dead(Awaited awaited) {
    if (awaited.event().indexOf('$') >= 0) {
      return Stop.of(
          Outcome.byHand(ConversionCode.EVENT_VARIABLE, "which event is meant hangs on a variable")
              .remedy("say what stops it in PartOf= or Conflicts="));
    }
    return Stop.of(causes.deadEvent(awaited));
  }
}
