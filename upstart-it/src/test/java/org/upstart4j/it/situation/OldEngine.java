package org.upstart4j.it.situation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.Version;
import org.upstart4j.Wait;

/**
 * An engine that tells no more than Upstart 1.5 does: its state is not told.
 *
 * @param engine the engine
 */
record OldEngine(Upstart engine) implements Upstart {

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.SIGNALS, Capability.DESCRIPTION, Capability.EMITS, Capability.CONDITIONS);

  @Override
  public String transport() {
    return engine.transport();
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Version version() {
    return new Version("init (upstart 1.5)");
  }

  @Override
  public List<Job> jobs() {
    return engine.jobs();
  }

  @Override
  public Job job(String name) {
    return engine.job(name);
  }

  @Override
  public List<JobStatus> statuses() {
    return engine.statuses();
  }

  @Override
  public String stateDump() {
    throw tooOld(Capability.STATE_DUMP);
  }

  private static UnsupportedCapabilityException tooOld(Capability capability) {
    return new UnsupportedCapabilityException(capability, "this Upstart is too old for it");
  }

  @Override
  public LogPriority logPriority() {
    return engine.logPriority();
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    engine.setLogPriority(priority);
  }

  @Override
  public void reloadConfiguration() {
    engine.reloadConfiguration();
  }

  @Override
  public void emit(Event event, Wait wait) {
    engine.emit(event, wait);
  }

  @Override
  public void emit(Event event, java.io.FileDescriptor file, Wait wait) {
    throw tooOld(Capability.FILE_DESCRIPTORS);
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    return engine.emitAsync(event);
  }

  @Override
  public JobEnvironment environment() {
    throw tooOld(Capability.JOB_ENVIRONMENT);
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    throw tooOld(Capability.JOB_ENVIRONMENT);
  }

  @Override
  public void reExec() {
    throw tooOld(Capability.RE_EXEC);
  }

  @Override
  public void endSession() {
    throw tooOld(Capability.END_SESSION);
  }

  @Override
  public void notifyDiskWriteable() {
    throw tooOld(Capability.NOTIFY_DISK_WRITEABLE);
  }

  @Override
  public void notifyDbusAddress(String address) {
    throw tooOld(Capability.NOTIFY_DBUS_ADDRESS);
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    throw tooOld(Capability.NOTIFY_CGROUP_MANAGER);
  }

  @Override
  public List<Session> sessions() {
    return List.of();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    return engine.subscribe(listener);
  }

  /** The engine stays open. */
  @Override
  public void close() {}
}
