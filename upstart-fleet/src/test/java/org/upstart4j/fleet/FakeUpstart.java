package org.upstart4j.fleet;

import java.io.FileDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Version;
import org.upstart4j.Wait;

/** The Upstart of a host that a test makes up: it has a version, and says what the test says. */
class FakeUpstart implements Upstart {

  private final String name;
  private final List<UpstartListener> listeners = new CopyOnWriteArrayList<>();
  volatile boolean closed;

  FakeUpstart(String name) {
    this.name = name;
  }

  /** Tells all listeners. */
  void tell(Consumer<UpstartListener> call) {
    listeners.forEach(call);
  }

  int listenerCount() {
    return listeners.size();
  }

  void requireOpen() {
    if (closed) {
      throw new UpstartUnavailableException(name + " is closed", null);
    }
  }

  private static UnsupportedCapabilityException missing() {
    return new UnsupportedCapabilityException(Capability.STATE_DUMP, "a fake can't");
  }

  @Override
  public String transport() {
    return "fake " + name;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.SIGNALS);
  }

  @Override
  public Version version() {
    requireOpen();
    return new Version("init (upstart 1.13.2)");
  }

  @Override
  public LogPriority logPriority() {
    return LogPriority.MESSAGE;
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    throw missing();
  }

  @Override
  public void reloadConfiguration() {
    throw missing();
  }

  @Override
  public List<Job> jobs() {
    requireOpen();
    return List.of();
  }

  @Override
  public Job job(String job) {
    throw new UnknownJobException(job);
  }

  @Override
  public Optional<Job> findJob(String job) {
    return Optional.empty();
  }

  @Override
  public List<JobStatus> statuses() {
    requireOpen();
    return List.of();
  }

  @Override
  public void emit(Event event, Wait wait) {
    throw missing();
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    throw missing();
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    throw missing();
  }

  @Override
  public JobEnvironment environment() {
    throw missing();
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    throw missing();
  }

  @Override
  public String stateDump() {
    throw missing();
  }

  @Override
  public void reExec() {
    throw missing();
  }

  @Override
  public void endSession() {
    throw missing();
  }

  @Override
  public void notifyDiskWriteable() {
    throw missing();
  }

  @Override
  public void notifyDbusAddress(String address) {
    throw missing();
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    throw missing();
  }

  @Override
  public List<Session> sessions() {
    return List.of();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    requireOpen();
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    closed = true;
  }
}
