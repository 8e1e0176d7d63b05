package org.upstart4j.fleet;

import java.io.FileDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.Capability;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.Version;
import org.upstart4j.Wait;

/** Passes every question on to another Upstart, which may have to be found first. */
abstract class ForwardingUpstart implements Upstart {

  /** Returns the other Upstart. */
  abstract Upstart target();

  @Override
  public Set<Capability> capabilities() {
    return target().capabilities();
  }

  @Override
  public Version version() {
    return target().version();
  }

  @Override
  public LogPriority logPriority() {
    return target().logPriority();
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    target().setLogPriority(priority);
  }

  @Override
  public void reloadConfiguration() {
    target().reloadConfiguration();
  }

  @Override
  public List<Job> jobs() {
    return target().jobs();
  }

  @Override
  public Job job(String name) {
    return target().job(name);
  }

  @Override
  public Optional<Job> findJob(String name) {
    return target().findJob(name);
  }

  @Override
  public List<JobStatus> statuses() {
    return target().statuses();
  }

  @Override
  public void emit(Event event, Wait wait) {
    target().emit(event, wait);
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    target().emit(event, file, wait);
  }

  @Override
  public JobEnvironment environment() {
    return target().environment();
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    return target().environment(job, instance);
  }

  @Override
  public String stateDump() {
    return target().stateDump();
  }

  @Override
  public void reExec() {
    target().reExec();
  }

  @Override
  public void endSession() {
    target().endSession();
  }

  @Override
  public void notifyDiskWriteable() {
    target().notifyDiskWriteable();
  }

  @Override
  public void notifyDbusAddress(String address) {
    target().notifyDbusAddress(address);
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    target().notifyCgroupManagerAddress(address);
  }

  @Override
  public List<Session> sessions() {
    return target().sessions();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    return target().subscribe(listener);
  }
}
