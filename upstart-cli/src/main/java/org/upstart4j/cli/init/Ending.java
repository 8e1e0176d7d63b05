package org.upstart4j.cli.init;

import java.util.OptionalInt;
import org.upstart4j.Event;

/**
 * Why and how all is stopped.
 *
 * @param why why, as a part of a sentence
 * @param runlevel the runlevel to enter: 0 or 6
 * @param halt what is to become of the machine, as {@code shutdown} tells jobs; empty if it does
 *     not
 * @param status with which to exit, whatever becomes of the jobs
 */
record Ending(String why, String runlevel, String halt, OptionalInt status) {

  /** One that a signal asks for. */
  static Ending on(Request.Stop stop) {
    return new Ending("on " + stop.by(), stop.runlevel(), stop.halt(), OptionalInt.empty());
  }

  /** One because a job has ended. */
  static Ending with(String job, int status) {
    return new Ending("as " + job + " has ended", "0", "HALT", OptionalInt.of(status));
  }

  /** The event with which {@code shutdown} begins. */
  Event event(String previousRunlevel) {
    Event event =
        Event.of("runlevel").with("RUNLEVEL", runlevel).with("PREVLEVEL", previousRunlevel);
    return halt.isEmpty() ? event : event.with("INIT_HALT", halt);
  }
}
