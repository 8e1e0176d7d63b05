package org.upstart4j.dbus.internal.wire;

import org.upstart4j.Deadline;
import org.upstart4j.UpstartException;

/** A way to the other side, which can be taken any number of times. */
public interface Route {

  /**
   * Connects.
   *
   * @param deadline how long to wait for the other side
   * @throws UpstartException if nobody answers, or the deadline passes before
   */
  Reached connect(Deadline deadline);

  /** Returns what is known of the way, for people; it may be more once it was taken. */
  String description();

  /**
   * Where a route has led.
   *
   * @param connection the new connection
   * @param isBus whether a bus is at its end
   */
  record Reached(Connection connection, boolean isBus) {}
}
