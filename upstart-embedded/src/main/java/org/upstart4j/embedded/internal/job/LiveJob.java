package org.upstart4j.embedded.internal.job;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.event.Condition;
import org.upstart4j.embedded.internal.event.LiveCondition;
import org.upstart4j.embedded.internal.variable.Imports;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.internal.match.Expansion;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.HashOrder;

/**
 * A job as it was read once. When its file is read again there is a new one, and this one stays
 * only as long as it has instances.
 */
public final class LiveJob {

  private final JobPlan plan;
  private final @Nullable LiveCondition startOn;
  private final Predicate<LiveJob> reconsider;
  private final HashOrder<LiveInstance> instances = new HashOrder<>();
  private boolean outdated;
  private boolean waitsForCgroupManager;

  /**
   * Makes a job that has no instances.
   *
   * @param version the Upstart that reads its files
   * @param reconsider lets a newer job take this one's place when its last instance has gone, and
   *     says whether this one is no longer in force
   */
  LiveJob(JobDefinition definition, UpstartVersion version, Predicate<LiveJob> reconsider) {
    this.plan = JobPlan.of(definition, version);
    this.startOn =
        definition
            .startOn()
            .map(events -> new LiveCondition(new Condition(events, version)))
            .orElse(null);
    this.reconsider = reconsider;
  }

  public String name() {
    return plan.name();
  }

  public JobDefinition definition() {
    return plan.definition();
  }

  public @Nullable Command command(ProcessType type) {
    return plan.command(type);
  }

  public @Nullable LiveCondition startOn() {
    return startOn;
  }

  public HashOrder<LiveInstance> instances() {
    return instances;
  }

  /** Returns the name of the instance that variables mean. */
  public String instanceName(Variables variables) throws Expansion.Failure {
    return Expansion.expand(definition().instance().orElse(""), variables::get);
  }

  /** Returns an instance; a new one if there is none of that name. */
  public LiveInstance instance(EnginePort engine, String instance) {
    LiveInstance known = instances.get(instance);
    if (known != null) {
      return known;
    }
    LiveInstance added = new LiveInstance(engine, plan, instance, () -> leaves(instance));
    instances.add(instance, added);
    engine.tell(listener -> listener.instanceAdded(name(), instance));
    return added;
  }

  /** Takes an instance out; says whether this job has gone with it. */
  private boolean leaves(String instance) {
    instances.remove(instance);
    boolean replaced = reconsider.test(this);
    if (outdated && replaced) {
      discard();
    }
    return outdated && replaced;
  }

  /** Which variables of events and calls reach the job. */
  public Imports imports() {
    return plan.imports();
  }

  public boolean needsCgroups() {
    return plan.needsCgroups();
  }

  public boolean waitsForCgroupManager() {
    return waitsForCgroupManager;
  }

  public void waitForCgroupManager(boolean waits) {
    waitsForCgroupManager = waits;
  }

  /** Whether its file has gone or was read again. */
  public boolean isOutdated() {
    return outdated;
  }

  void outdate() {
    outdated = true;
  }

  /** The names of all events that its conditions know. */
  public Set<String> events() {
    Set<String> events = new TreeSet<>();
    if (startOn != null) {
      events.addAll(startOn.condition().events());
    }
    Condition stopOn = plan.stopOn();
    if (stopOn != null) {
      events.addAll(stopOn.events());
    }
    return events;
  }

  /** Lets go of all that it holds, as nobody hears of it any more. */
  void discard() {
    if (startOn != null) {
      startOn.release();
    }
    instances.all().forEach(LiveInstance::discard);
  }
}
