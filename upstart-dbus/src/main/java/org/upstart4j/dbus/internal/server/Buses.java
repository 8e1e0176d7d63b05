package org.upstart4j.dbus.internal.server;

import org.upstart4j.UpstartException;

/** The buses that an Upstart is served on. */
interface Buses {

  /** Returns whether it is served on any. */
  boolean isOnBus();

  /**
   * Serves it on one more.
   *
   * @throws UpstartException if there is no bus, or the name is taken
   */
  void joinBus(String address);
}
