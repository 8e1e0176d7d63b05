package org.upstart4j.embedded.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Command;

/**
 * A job as it was read once. When its file is read anew there is a new one, and this one stays only
 * as long as it has instances.
 */
final class LiveJob {

  private final JobDefinition definition;
  private final Map<ProcessType, Command> processes;
  private final @Nullable ConditionState startOn;
  private final @Nullable Condition stopOn;
  private final HashOrder<LiveInstance> instances = new HashOrder<>();
  private final boolean needsCgroups;
  private boolean outdated;
  private boolean waitsForCgroupManager;

  LiveJob(JobDefinition definition) {
    this.definition = definition;
    this.processes = definition.processes();
    this.needsCgroups = !definition.cgroups().isEmpty();
    this.startOn = definition.startOn().map(Condition::new).map(ConditionState::new).orElse(null);
    this.stopOn = definition.stopOn().map(Condition::new).orElse(null);
  }

  String name() {
    return definition.name();
  }

  JobDefinition definition() {
    return definition;
  }

  boolean has(ProcessType type) {
    return processes.containsKey(type);
  }

  @Nullable Command command(ProcessType type) {
    return processes.get(type);
  }

  @Nullable ConditionState startOn() {
    return startOn;
  }

  @Nullable Condition stopOn() {
    return stopOn;
  }

  HashOrder<LiveInstance> instances() {
    return instances;
  }

  boolean needsCgroups() {
    return needsCgroups;
  }

  boolean waitsForCgroupManager() {
    return waitsForCgroupManager;
  }

  void waitForCgroupManager(boolean waits) {
    waitsForCgroupManager = waits;
  }

  /** Whether its file has gone or was read anew. */
  boolean isOutdated() {
    return outdated;
  }

  void outdate() {
    outdated = true;
  }

  /** The names of all events that its conditions know. */
  Set<String> events() {
    Set<String> events = new TreeSet<>();
    if (startOn != null) {
      events.addAll(startOn.condition().events());
    }
    if (stopOn != null) {
      events.addAll(stopOn.events());
    }
    return events;
  }

  /** Lets go of all that it holds, as nobody will hear of it any more. */
  void discard() {
    if (startOn != null) {
      startOn.release();
    }
    instances.all().forEach(LiveInstance::discard);
  }
}
