package org.upstart4j.systemd.internal.convert;

import org.upstart4j.systemd.unit.UnitName;

/** The names of units. */
final class Units {

  private Units() {}

  /** The name of a job's unit without what is behind the dot. */
  static String base(String job) {
    String escaped = UnitName.escape(job);
    // a dash of the name itself stays: systemd asks for its escape in paths and instances only
    return escaped.replace("\\x2d", "-");
  }

  /** The name of a unit that stands for an event. */
  static String event(String event) {
    return "event-" + base(event) + ".service";
  }
}
