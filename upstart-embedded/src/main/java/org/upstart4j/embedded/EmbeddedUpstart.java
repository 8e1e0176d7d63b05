package org.upstart4j.embedded;

import java.io.FileDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Deadline;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobStatus;
import org.upstart4j.LogPriority;
import org.upstart4j.OwnTime;
import org.upstart4j.Session;
import org.upstart4j.Subscription;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartListener;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.command.Commands;
import org.upstart4j.embedded.internal.command.EnvironmentCommands;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.spi.Explaining;
import org.upstart4j.spi.Located;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.spi.SingleThreaded;
import org.upstart4j.state.Stateful;
import org.upstart4j.state.UpstartState;

/**
 * An Upstart in this process. It reads job files, and starts and stops their jobs, as the real one
 * does; what differs is listed in the project's documentation.
 *
 * <pre>{@code
 * try (EmbeddedUpstart upstart = EmbeddedUpstart.builder()
 *     .job("web", "start on deployed\nexec sleep 1000\n")
 *     .build()) {
 *   upstart.emit("deployed");
 *   System.out.println(upstart.job("web").status()); // web start/running, process 4711
 * }
 * }</pre>
 *
 * <p>Thread-safe. Closing it ends all processes of its jobs.
 *
 * <p>What depends on a {@link CompletableFuture} that it returns runs on a thread that all of these
 * share, and must not wait; the {@code ...Async} methods of the future take it elsewhere.
 */
public final class EmbeddedUpstart
    implements Upstart, OwnTime, SingleThreaded, Explaining, Located, Stateful {

  private static final Version VERSION = new Version("init (upstart 1.13.2)");

  private static final Set<Capability> CAPABILITIES =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.FILE_DESCRIPTORS, Capability.RE_EXEC)));

  private final Engine engine;
  private final Place place;
  private final Optional<Path> logFolder;
  private final Commands commands;
  private final UnknownJobs unknownJobs;
  private final EngineCalls calls;
  private final FailedJobs failures;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  private volatile CompletableFuture<@Nullable Void> boot = CompletableFuture.completedFuture(null);

  EmbeddedUpstart(Engine engine, Place place, Optional<Path> logFolder) {
    this.engine = engine;
    this.place = place;
    this.logFolder = logFolder;
    this.commands = new Commands(engine);
    this.unknownJobs = new UnknownJobs(engine);
    this.calls = new EngineCalls(engine, commands, unknownJobs);
    this.failures = new FailedJobs(engine.jobs());
    engine.listeners().addDirect(failures);
  }

  /**
   * Begins an Upstart without jobs, with real processes and the machine's time.
   *
   * @return a new builder
   */
  public static EmbeddedUpstartBuilder builder() {
    return new EmbeddedUpstartBuilder();
  }

  @Override
  public String transport() {
    return "embedded";
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Version version() {
    return calls.call(() -> VERSION);
  }

  @Override
  public LogPriority logPriority() {
    return calls.call(commands::logPriority);
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    calls.run(() -> commands.setLogPriority(priority));
  }

  @Override
  public void reloadConfiguration() {
    calls.run(commands::reloadConfiguration);
  }

  @Override
  public List<Job> jobs() {
    return calls.call(commands::jobs).stream()
        .<Job>map(name -> new EmbeddedJob(this, calls, name))
        .toList();
  }

  @Override
  public Job job(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A job's name is not empty");
    }
    calls.call(() -> commands.definition(name));
    return new EmbeddedJob(this, calls, name);
  }

  @Override
  public List<JobStatus> statuses() {
    return calls.call(commands::statuses);
  }

  @Override
  public void emit(Event event, Wait wait) {
    calls.<@Nullable Void>await(
        wait, "event " + event.name(), reply -> commands.emit(event, wait.waits(), reply));
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    throw unsupported(Capability.FILE_DESCRIPTORS, "files are not handed to processes");
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    return calls.later(reply -> commands.emit(event, true, reply));
  }

  /**
   * Boots: emits events in their order, as process 1 and the programs of a distribution do. The
   * next is emitted at once, unless this is a hook, after which its emitter waits for what it has
   * set off: {@code starting}, {@code stopping}, {@code mounting} and {@code mounted}.
   *
   * @param events the events; the first is usually {@code startup}
   * @return completes when all that they have set off rests: services run, tasks have ended. That
   *     jobs have failed is no failure here; {@link #failures} tells it
   */
  public CompletableFuture<@Nullable Void> boot(List<Event> events) {
    CompletableFuture<@Nullable Void> begun = calls.later(reply -> commands.boot(events, reply));
    boot = begun;
    return begun;
  }

  /** Emits no more events of a boot that is not over; the boot is over then. */
  public void endBoot() {
    calls.run(commands::endBoot);
  }

  @Override
  public boolean isBooting() {
    return !boot.isDone();
  }

  @Override
  public Map<String, String> failures() {
    return calls.call(failures::byLabel);
  }

  @Override
  public JobEnvironment environment() {
    return new EmbeddedEnvironment(calls, new EnvironmentCommands(engine, null, ""));
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    if (job.isEmpty()) {
      throw new IllegalArgumentException("A job's name is not empty");
    }
    return new EmbeddedEnvironment(calls, new EnvironmentCommands(engine, job, instance));
  }

  @Override
  public UpstartState state() {
    return calls.call(commands::state);
  }

  @Override
  public String stateDump() {
    return state().toJson();
  }

  @Override
  public void reExec() {
    throw unsupported(Capability.RE_EXEC, "this Upstart is a part of its program");
  }

  private static UnsupportedCapabilityException unsupported(Capability capability, String why) {
    return new UnsupportedCapabilityException(capability, "the embedded Upstart has none; " + why);
  }

  @Override
  public void endSession() {
    calls.run(() -> commands.endSession(this::closeLater));
  }

  private void closeLater() {
    new Thread(this::close, "upstart-session-end").start();
  }

  @Override
  public void notifyDiskWriteable() {
    calls.run(() -> {});
  }

  @Override
  public void notifyDbusAddress(String address) {
    calls.run(() -> commands.notifyDbusAddress(address));
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    calls.run(() -> commands.notifyCgroupManager(address));
  }

  @Override
  public List<Session> sessions() {
    return List.of();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    // on the engine's thread, so that nothing that is under way is heard by half
    return calls.call(() -> engine.listeners().add(listener));
  }

  EngineCalls calls() {
    return calls;
  }

  Engine engine() {
    return engine;
  }

  @Override
  public Optional<String> explainUnknown(String job) {
    return unknownJobs.explain(job);
  }

  @Override
  public Map<String, String> rejectedJobs() {
    return unknownJobs.rejected();
  }

  @Override
  public List<LoggedMessage> messages() {
    return calls.call(commands::messages);
  }

  @Override
  public Optional<String> logFolder() {
    return logFolder.map(folder -> folder.toAbsolutePath().toString());
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(engine.time().nanos());
  }

  @Override
  public void after(Duration time, Runnable action) {
    engine.time().after(time, action);
  }

  @Override
  public void execute(Runnable work) {
    engine.thread().postCommand(work);
  }

  @Override
  public void executeInTurn(Runnable work) {
    engine.thread().takeCommand(work);
  }

  @Override
  public void catchUp() {
    engine.catchUp();
  }

  @Override
  public Subscription hear(UpstartListener listener) {
    return engine.listeners().addDirect(listener);
  }

  /** {@return the listeners whose subscriptions are open} Tests find with it what was left open. */
  public List<UpstartListener> listeners() {
    return engine.listeners().all().stream().filter(listener -> listener != failures).toList();
  }

  /**
   * Waits until this is closed: by {@link #close()}, or because the session was ended.
   *
   * @throws UpstartInterruptedException if the thread is interrupted
   */
  public void awaitClose() {
    Deadline.of(Wait.FOREVER).await(closed, "the end of this Upstart");
  }

  /** Ends all processes of all jobs, at once. */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    engine.close();
    calls.close();
    closed.complete(null);
  }
}
