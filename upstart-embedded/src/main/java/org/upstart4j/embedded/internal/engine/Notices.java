package org.upstart4j.embedded.internal.engine;

import org.jspecify.annotations.Nullable;

/** What clients have told an engine: where the bus and the cgroup manager are, and that it ends. */
public final class Notices {

  private @Nullable String busAddress;
  private @Nullable String cgroupManagerAddress;
  private boolean sessionEnds;

  /** Returns the address of the bus that it was told of first, which it has no need of. */
  public @Nullable String busAddress() {
    return busAddress;
  }

  public void foundBus(String address) {
    if (busAddress == null) {
      busAddress = address;
    }
  }

  public @Nullable String cgroupManagerAddress() {
    return cgroupManagerAddress;
  }

  public boolean hasCgroupManager() {
    return cgroupManagerAddress != null;
  }

  /** Notes the address of a cgroup manager; says whether it is the first one. */
  public boolean foundCgroupManager(String address) {
    boolean first = cgroupManagerAddress == null;
    if (first) {
      cgroupManagerAddress = address;
    }
    return first;
  }

  /** Says whether the session ends, so that nothing is respawned any more. */
  public boolean sessionEnds() {
    return sessionEnds;
  }

  public void endSession() {
    sessionEnds = true;
  }
}
