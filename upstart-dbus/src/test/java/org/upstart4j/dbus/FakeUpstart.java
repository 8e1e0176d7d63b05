package org.upstart4j.dbus;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.upstart4j.Capability;
import org.upstart4j.Deadline;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.spi.Listeners;

/**
 * An Upstart without processes, whose jobs come to run at once, or when a test says so. It knows
 * just enough to try both ends of the connection.
 */
final class FakeUpstart implements Upstart {

  final Listeners listeners = new Listeners(failure -> {});
  final List<String> log = new ArrayList<>();
  final FakeEnvironment environment = new FakeEnvironment();

  private final Map<String, FakeJob> jobs = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<Void>> held = new LinkedHashMap<>();
  private LogPriority priority = LogPriority.MESSAGE;
  private String state = "{}";

  /** Adds a job without an instance stanza. */
  synchronized FakeJob add(String name) {
    FakeJob job = new FakeJob(this, name);
    jobs.put(name, job);
    listeners.tell(listener -> listener.jobAdded(name));
    return job;
  }

  synchronized void remove(String name) {
    jobs.remove(name);
    listeners.tell(listener -> listener.jobRemoved(name));
  }

  /** Lets events of that name wait until they are released. */
  synchronized void hold(String event) {
    held.put(event, new CompletableFuture<>());
  }

  /** Releases events of that name. */
  void release(String event) {
    held.get(event).complete(null);
  }

  void state(String text) {
    state = text;
  }

  @Override
  public String transport() {
    return "fake";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Version version() {
    return new Version("init (upstart 1.13.2)");
  }

  @Override
  public LogPriority logPriority() {
    return priority;
  }

  @Override
  public void setLogPriority(LogPriority wanted) {
    priority = wanted;
  }

  @Override
  public void reloadConfiguration() {
    log("reload");
  }

  private synchronized void log(String what) {
    log.add(what);
  }

  @Override
  public synchronized List<Job> jobs() {
    return List.copyOf(jobs.values());
  }

  @Override
  public synchronized FakeJob job(String name) {
    FakeJob job = jobs.get(name);
    if (job == null) {
      throw new UnknownJobException(name);
    }
    return job;
  }

  @Override
  public synchronized List<JobStatus> statuses() {
    return jobs.values().stream().flatMap(job -> job.statuses().stream()).toList();
  }

  @Override
  public void emit(Event event, Wait wait) {
    CompletableFuture<Void> done = emitAsync(event).toCompletableFuture();
    if (wait.waits()) {
      Deadline.of(wait).await(done, "the event");
    }
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    try (FileInputStream in = new FileInputStream(file)) {
      log("file " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    emit(event, wait);
  }

  @Override
  public synchronized CompletableFuture<Void> emitAsync(Event event) {
    log("emit " + event);
    if (event.name().equals("fail")) {
      return CompletableFuture.failedFuture(new EventFailedException("fail"));
    }
    if (event.name().equals("break")) {
      throw new IllegalStateException("cannot emit " + event);
    }
    CompletableFuture<Void> done =
        held.getOrDefault(event.name(), CompletableFuture.completedFuture(null));
    return done.thenRun(() -> listeners.tell(listener -> listener.eventEmitted(event)));
  }

  @Override
  public JobEnvironment environment() {
    return environment;
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    job(job).instance(instance);
    return environment;
  }

  @Override
  public String stateDump() {
    return state;
  }

  @Override
  public void reExec() {
    listeners.tell(UpstartListener::restarted);
  }

  @Override
  public void endSession() {
    log("end session");
  }

  @Override
  public void notifyDiskWriteable() {
    log("disk");
  }

  @Override
  public void notifyDbusAddress(String address) {
    log("dbus " + address);
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    log("cgroup " + address);
  }

  @Override
  public List<Session> sessions() {
    return List.of();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    return listeners.add(listener);
  }

  @Override
  public void close() {
    listeners.close();
  }

  /** The variables of everybody. */
  static final class FakeEnvironment implements JobEnvironment {

    private Environment all = Environment.of("TERM", "linux");

    @Override
    public synchronized Optional<String> get(String name) {
      return all.get(name);
    }

    @Override
    public synchronized Environment list() {
      return all;
    }

    @Override
    public synchronized void set(Environment variables, boolean replace) {
      for (String entry : variables.entries()) {
        String name = entry.substring(0, entry.indexOf('='));
        if (replace || all.get(name).isEmpty()) {
          all = all.with(name, entry.substring(name.length() + 1));
        }
      }
    }

    @Override
    public synchronized void unset(List<String> names) {
      all =
          new Environment(
              all.entries().stream()
                  .filter(entry -> !names.contains(entry.substring(0, entry.indexOf('='))))
                  .toList());
    }

    @Override
    public synchronized void reset() {
      all = Environment.of("TERM", "linux");
    }
  }
}
