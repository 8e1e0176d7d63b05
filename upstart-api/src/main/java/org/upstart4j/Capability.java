package org.upstart4j;

import java.util.Locale;

/** Something that not every transport, or not every version of Upstart, can do. */
public enum Capability {
  /** Sending signals, so that {@link Upstart#subscribe} works and waiting needs no polling. */
  SIGNALS,
  /** Reading and changing the job environment. */
  JOB_ENVIRONMENT,
  /** Emitting an event with a file descriptor. */
  FILE_DESCRIPTORS,
  /** Dumping the whole state. */
  STATE_DUMP,
  /** Re-executing itself. */
  RE_EXEC,
  /** Ending a session. */
  END_SESSION,
  /** Being told that the disk is writeable. */
  NOTIFY_DISK_WRITEABLE,
  /** Being told the address of D-Bus. */
  NOTIFY_DBUS_ADDRESS,
  /** Being told the address of a cgroup manager. */
  NOTIFY_CGROUP_MANAGER,
  /** Telling the description, the author and the version of a job. */
  DESCRIPTION,
  /** Telling which events a job emits. */
  EMITS,
  /** Telling the conditions of a job. */
  CONDITIONS,
  /** Telling how a job is used. */
  USAGE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
