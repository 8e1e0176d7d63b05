package org.upstart4j.dbus.internal.server;

import org.upstart4j.UpstartException;

/** The buses that an Upstart is served on. */
interface Buses {

  /** Says whether it is served on any. */
  boolean isOnBus();

  /**
   * Serves it on one more.
   *
   * @throws UpstartException if there is none, or somebody else has the name there
   */
  void joinBus(String address);
}
