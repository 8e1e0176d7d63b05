package org.upstart4j.dbus;

import java.io.FileDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.client.DbusClient;
import org.upstart4j.dbus.internal.client.DbusRequest;
import org.upstart4j.dbus.internal.client.ObjectNames;
import org.upstart4j.dbus.internal.client.RemoteObject;
import org.upstart4j.dbus.internal.client.Statuses;
import org.upstart4j.dbus.internal.client.Values;
import org.upstart4j.dbus.internal.wire.Route;
import org.upstart4j.dbus.internal.wire.Variant;
import org.upstart4j.spi.Explaining;
import org.upstart4j.spi.Located;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.spi.NearNames;
import org.upstart4j.spi.ObjectPaths;
import org.upstart4j.spi.Sessions;
import org.upstart4j.spi.UpstartErrors;

/**
 * An Upstart that is reached over D-Bus: on a bus, or at an address of its own.
 *
 * <pre>{@code
 * try (Upstart upstart = DbusUpstart.systemBus()) {
 *   upstart.job("web").start(Environment.of("PORT", "8080"));
 * }
 * }</pre>
 *
 * <p>Thread-safe. It connects on first use, and reconnects on the first use after a loss. Calls
 * that wait for an answer when the connection is lost end with an {@link
 * UpstartUnavailableException}, as nobody knows whether Upstart has heard them. While anybody
 * listens, it reconnects by itself.
 *
 * <p>What depends on a {@link CompletableFuture} that it returns runs on a thread that others
 * share, one after the other, and must not wait; the {@code ...Async} methods of the future take it
 * elsewhere.
 *
 * <p>All of this program's share their threads: one that reads, and a few for what is heard. So a
 * thousand that are connected, each with a listener, need no more threads than ten, as long as few
 * listeners wait at the same time.
 */
public final class DbusUpstart implements Upstart, Explaining, Located {

  private final Route route;
  private final Place place;
  private final DbusClient client;

  DbusUpstart(Route route, Place place, DbusClient client) {
    this.route = route;
    this.place = place;
    this.client = client;
  }

  /** {@return the Upstart on the system bus, which everybody may query; not yet connected} */
  public static DbusUpstart systemBus() {
    return builder().systemBus().build();
  }

  /** {@return the Upstart on the session bus, not yet connected} */
  public static DbusUpstart sessionBus() {
    return builder().sessionBus().build();
  }

  /**
   * {@return the Upstart that is process 1, at its own socket, for root only; not yet connected}
   */
  public static DbusUpstart privateSocket() {
    return builder().privateSocket().build();
  }

  /** {@return the Upstart of this user's session, not yet connected} */
  public static DbusUpstart userSession() {
    return builder().userSession().build();
  }

  /**
   * {@return the Upstart that listens at an address, without a bus; not yet connected}
   *
   * @param address for example {@code unix:abstract=/com/ubuntu/upstart}
   * @throws IllegalArgumentException if that is not the address of a socket
   */
  public static DbusUpstart at(String address) {
    return builder().at(address).build();
  }

  /**
   * {@return the Upstart of another machine, through the {@code ssh} of OpenSSH; not yet connected}
   * As root it is the one that is process 1, as anybody else the one on the system bus. What there
   * is to set, {@link DbusUpstartBuilder#ssh} says.
   *
   * @param destination for example {@code root@example.org}
   * @param options more options for {@code ssh}, for example {@code "-p", "2222"}
   * @throws IllegalArgumentException if that is not a destination that {@link
   *     DbusUpstartBuilder#ssh} allows
   */
  public static DbusUpstart ssh(String destination, String... options) {
    return builder().ssh(destination, options).build();
  }

  /** {@return a builder, which starts with the Upstart on the system bus} */
  public static DbusUpstartBuilder builder() {
    return new DbusUpstartBuilder();
  }

  @Override
  public String transport() {
    return route.description();
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public Set<Capability> capabilities() {
    return client.capabilities();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public LogPriority logPriority() {
    return client.ask(
        RemoteObject.MANAGER.get("log_priority"),
        values -> LogPriority.parse(Values.textVariant(values)));
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    tell(RemoteObject.MANAGER.set("log_priority", new Variant("s", priority.text())));
  }

  @Override
  public void reloadConfiguration() {
    tell(RemoteObject.MANAGER.call("ReloadConfiguration", ""));
  }

  private void tell(DbusRequest request) {
    client.<@Nullable Void>ask(request, Values::none);
  }

  @Override
  public List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    client.jobs().forEach((path, name) -> jobs.add(new DbusJob(this, client, path, name)));
    return jobs;
  }

  @Override
  public Job job(String name) {
    requireName(name);
    RemoteObject manager = RemoteObject.MANAGER.with(error -> UpstartErrors.ofJob(error, name));
    try {
      return client.ask(
          manager.call("GetJobByName", "s", name),
          values -> new DbusJob(this, client, Values.path(values), name));
    } catch (UnknownJobException unknown) {
      throw explained(unknown);
    }
  }

  private UnknownJobException explained(UnknownJobException unknown) {
    try {
      return explainUnknown(unknown.job()).map(unknown::explained).orElse(unknown);
    } catch (UpstartException unanswered) {
      return unknown;
    }
  }

  /** {@inheritDoc} If the Upstart is not this project's, it says only which names are similar. */
  @Override
  public Optional<String> explainUnknown(String job) {
    try {
      String text =
          client.ask(RemoteObject.EXPLAINING.call("ExplainUnknownJob", "s", job), Values::text);
      return Optional.of(text).filter(said -> !said.isEmpty());
    } catch (UnexpectedErrorException | PermissionDeniedException another) {
      return NearNames.proposal(client.jobs().values(), job);
    }
  }

  /** {@inheritDoc} Empty if the Upstart is not this project's. */
  @Override
  public Map<String, String> rejectedJobs() {
    try {
      return client.ask(RemoteObject.EXPLAINING.call("GetRejectedJobs", ""), Values::mapOfTexts);
    } catch (UnexpectedErrorException | PermissionDeniedException another) {
      return Map.of();
    }
  }

  /** {@inheritDoc} Empty if the Upstart is not this project's. */
  @Override
  public List<LoggedMessage> messages() {
    try {
      return client.ask(RemoteObject.EXPLAINING.call("GetMessages", ""), Values::messages);
    } catch (UnexpectedErrorException | PermissionDeniedException another) {
      return List.of();
    }
  }

  /** {@inheritDoc} Empty if the Upstart is not this project's. */
  @Override
  public Map<String, String> failures() {
    try {
      return client.ask(RemoteObject.EXPLAINING.call("GetFailures", ""), Values::mapOfTexts);
    } catch (UnexpectedErrorException | PermissionDeniedException another) {
      return Map.of();
    }
  }

  /** {@inheritDoc} False if the Upstart is not this project's. */
  @Override
  public boolean isBooting() {
    try {
      return client.ask(RemoteObject.EXPLAINING.call("IsBooting", ""), Values::truth);
    } catch (UnexpectedErrorException | PermissionDeniedException another) {
      return false;
    }
  }

  /** {@inheritDoc} Nothing if the Upstart is not this project's. */
  @Override
  public Optional<String> logFolder() {
    try {
      String folder = client.ask(RemoteObject.EXPLAINING.call("GetLogFolder", ""), Values::text);
      return Optional.of(folder).filter(told -> !told.isEmpty());
    } catch (UnexpectedErrorException | PermissionDeniedException another) {
      return Optional.empty();
    }
  }

  /**
   * {@return the job of a name, without asking whether it is there} For users who may use a job,
   * but not look it up. If it isn't there, its methods throw {@link UnknownJobException}.
   *
   * @param name the name: not empty, and in ASCII, as other names don't tell the job's path
   * @throws IllegalArgumentException if the name is empty, or not in ASCII
   */
  public Job jobWithoutAsking(String name) {
    requireName(name);
    String path = ObjectPaths.job(name);
    if (ObjectPaths.decode(ObjectNames.element(path)).isEmpty()) {
      throw new IllegalArgumentException("Only an ASCII name tells the path of a job: " + name);
    }
    return new DbusJob(this, client, path, name);
  }

  private static void requireName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A job's name must not be empty");
    }
  }

  @Override
  public List<JobStatus> statuses() {
    return new Statuses(client).all();
  }

  @Override
  public void emit(Event event, Wait wait) {
    client.<@Nullable Void>ask(emission(event, wait.waits()), client.answering(wait), Values::none);
  }

  private static DbusRequest emission(Event event, boolean wait) {
    return errorsOf(event)
        .call("EmitEvent", "sasb", event.name(), event.variables().entries(), wait);
  }

  private static RemoteObject errorsOf(Event event) {
    return RemoteObject.MANAGER.with(error -> UpstartErrors.ofEvent(error, event.name()));
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    require(Capability.FILE_DESCRIPTORS);
    DbusRequest request =
        errorsOf(event)
            .call(
                "EmitEventWithFile",
                "sasbh",
                event.name(),
                event.variables().entries(),
                wait.waits(),
                0)
            .with(file);
    client.<@Nullable Void>ask(request, client.answering(wait), Values::none);
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    return client.later(emission(event, true), Values::none);
  }

  @Override
  public JobEnvironment environment() {
    return new DbusEnvironment(client, List.of());
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    requireName(job);
    return new DbusEnvironment(client, List.of(job, instance));
  }

  @Override
  public String stateDump() {
    return client.ask(
        RemoteObject.manager(Capability.STATE_DUMP).call("GetState", ""), Values::text);
  }

  @Override
  public void reExec() {
    require(Capability.RE_EXEC);
    try {
      tell(RemoteObject.MANAGER.call("Restart", ""));
    } catch (UpstartUnavailableException left) {
      // it restarted instead of answering
    }
  }

  private void require(Capability capability) {
    if (!capabilities().contains(capability)) {
      throw new UnsupportedCapabilityException(
          capability, "this Upstart, or the way to it, does not know it");
    }
  }

  @Override
  public void endSession() {
    tell(RemoteObject.manager(Capability.END_SESSION).call("EndSession", ""));
  }

  @Override
  public void notifyDiskWriteable() {
    tell(RemoteObject.manager(Capability.NOTIFY_DISK_WRITEABLE).call("NotifyDiskWriteable", ""));
  }

  @Override
  public void notifyDbusAddress(String address) {
    tell(
        RemoteObject.manager(Capability.NOTIFY_DBUS_ADDRESS)
            .call("NotifyDBusAddress", "s", address));
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    tell(
        RemoteObject.manager(Capability.NOTIFY_CGROUP_MANAGER)
            .call("NotifyCGroupManagerAddress", "s", address));
  }

  @Override
  public List<Session> sessions() {
    return Sessions.find();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    require(Capability.SIGNALS);
    return client.subscribe(listener);
  }

  DbusClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return transport();
  }
}
