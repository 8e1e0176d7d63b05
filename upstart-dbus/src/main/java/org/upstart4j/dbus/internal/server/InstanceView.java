package org.upstart4j.dbus.internal.server;

import org.jspecify.annotations.Nullable;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;

/** An instance as one call sees it: all properties that the call reads are of the same moment. */
final class InstanceView {

  private final Instance instance;
  private @Nullable JobStatus status;

  InstanceView(Instance instance) {
    this.instance = instance;
  }

  Instance instance() {
    return instance;
  }

  JobStatus status() {
    JobStatus known = status == null ? instance.status() : status;
    status = known;
    return known;
  }
}
