package org.upstart4j.dbus.internal.server;

/** Who called. */
interface Caller {

  /** Says whether the caller may change what is no job's: may emit events, reload and so on. */
  boolean isOwner();
}
