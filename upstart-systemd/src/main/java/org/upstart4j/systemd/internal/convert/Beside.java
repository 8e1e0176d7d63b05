package org.upstart4j.systemd.internal.convert;

/**
 * A unit beside another one that does something at a step of that one's life for which systemd has
 * no setting: as it is about to start, once it is up, as it is about to stop, once it has stopped.
 */
final class Beside {

  private static final String SYSTEMCTL = "/bin/systemctl ";

  private final Graph graph;
  private final OtherJob other;

  Beside(Graph graph, OtherJob other) {
    this.graph = graph;
    this.other = other;
  }

  /** Stops a job as the other one is about to start, which waits for that. */
  Line stopBeforeStart(JobUnit job) {
    return stop(draft("starting", "Before"), job);
  }

  /** Stops a job once the other one is up. */
  Line stopAfterStart(JobUnit job) {
    return stop(draft("started", "After"), job);
  }

  private static Line stop(Draft draft, JobUnit job) {
    if (!draft.has(Draft.SERVICE, "Type")) {
      draft.add(Draft.UNIT, "StartLimitIntervalSec", "0");
      draft.add(Draft.SERVICE, "Type", "oneshot");
    }
    return new Line(draft, Draft.SERVICE, "ExecStart", SYSTEMCTL + "stop " + job.draft().name());
  }

  /** Starts a job before the other one stops, which waits for that. */
  Line startBeforeStop(JobUnit job) {
    return start(draft("stopping", "After"), "start ", job);
  }

  /** Starts a job once the other one has stopped. */
  Line startAfterStop(JobUnit job) {
    return start(draft("stopped", "Before"), "--no-block start ", job);
  }

  private Line start(Draft draft, String verb, JobUnit job) {
    if (!draft.has(Draft.SERVICE, "Type")) {
      draft.join(Draft.UNIT, "PartOf", other.unit());
      String key = job.options().has(249) ? "StopPropagatedFrom" : "BindsTo";
      draft.join(Draft.UNIT, key, other.unit());
      draft.add(Draft.SERVICE, "Type", "oneshot");
      draft.add(Draft.SERVICE, "RemainAfterExit", "yes");
      draft.add(Draft.SERVICE, "ExecStart", "/bin/true");
      draft.add(Draft.SERVICE, "TimeoutStopSec", "infinity");
    }
    String command = "-" + SYSTEMCTL + verb + job.draft().name();
    return new Line(draft, Draft.SERVICE, "ExecStop", command);
  }

  private Draft draft(String step, String order) {
    String unit = other.unit();
    Draft draft = graph.other(step + "-" + unit.substring(0, unit.lastIndexOf('.')) + ".service");
    if (draft.names(Draft.INSTALL, "WantedBy").isEmpty()) {
      draft.add(Draft.UNIT, "Description", "What follows as " + unit + " is " + step);
      draft.join(Draft.UNIT, order, unit);
      draft.join(Draft.INSTALL, "WantedBy", unit);
      if (order.equals("Before") && StockUnits.isEarly(unit) && other.converted().isEmpty()) {
        draft.add(Draft.UNIT, "DefaultDependencies", "no");
      }
    }
    return draft;
  }
}
