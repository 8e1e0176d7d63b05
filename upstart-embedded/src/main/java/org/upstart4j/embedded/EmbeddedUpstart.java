package org.upstart4j.embedded;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Deadline;
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
import org.upstart4j.UpstartInterruptedException;
import org.upstart4j.UpstartListener;
import org.upstart4j.Version;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.Commands;
import org.upstart4j.embedded.internal.Engine;
import org.upstart4j.embedded.internal.EngineOptions;
import org.upstart4j.embedded.internal.EnvironmentCommands;
import org.upstart4j.embedded.internal.MachineTime;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileSyntaxException;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.spi.Explaining;
import org.upstart4j.spi.SingleThreaded;

/**
 * An Upstart in this process. It reads job files, and starts and stops their jobs, as the real one
 * does; what differs is listed in the project's documentation.
 *
 * <pre>{@code
 * try (EmbeddedUpstart upstart = EmbeddedUpstart.builder()
 *     .job("web", JobFile.parse("start on deployed\nexec sleep 1000\n"))
 *     .build()) {
 *   upstart.emit(Event.of("deployed"));
 *   System.out.println(upstart.job("web").status()); // web start/running, process 4711
 * }
 * }</pre>
 *
 * <p>Thread-safe. Closing it ends all processes of its jobs.
 *
 * <p>What depends on a {@link CompletionStage} that it returns runs on a thread that all of these
 * share, and must not wait; the {@code ...Async} methods of the stage bring it elsewhere.
 */
public final class EmbeddedUpstart implements Upstart, SingleThreaded, Explaining {

  private static final Version VERSION = new Version("init (upstart 1.13.2)");

  private static final Set<Capability> CAPABILITIES =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.FILE_DESCRIPTORS, Capability.RE_EXEC)));

  private final Engine engine;
  private final Commands commands;
  private final UnknownJobs unknownJobs;
  private final @Nullable AutoCloseable watch;
  private final Callbacks callbacks = new Callbacks();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

  private EmbeddedUpstart(Engine engine, @Nullable AutoCloseable watch) {
    this.engine = engine;
    this.commands = new Commands(engine);
    this.unknownJobs = new UnknownJobs(engine);
    this.watch = watch;
  }

  /**
   * Returns a builder of an Upstart without jobs, with real processes and the machine's time.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String transport() {
    return "embedded";
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Version version() {
    return call(() -> VERSION);
  }

  @Override
  public LogPriority logPriority() {
    return call(commands::logPriority);
  }

  @Override
  public void setLogPriority(LogPriority priority) {
    run(() -> commands.setLogPriority(priority));
  }

  @Override
  public void reloadConfiguration() {
    run(commands::reloadConfiguration);
  }

  @Override
  public List<Job> jobs() {
    return call(commands::jobs).stream().<Job>map(name -> new EmbeddedJob(this, name)).toList();
  }

  @Override
  public Job job(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A job's name is not empty");
    }
    call(() -> commands.definition(name));
    return new EmbeddedJob(this, name);
  }

  @Override
  public List<JobStatus> statuses() {
    return call(commands::statuses);
  }

  @Override
  public void emit(Event event, Wait wait) {
    this.<@Nullable Void>await(
        wait, "event " + event.name(), reply -> commands.emit(event, wait.waits(), reply));
  }

  @Override
  public void emit(Event event, FileDescriptor file, Wait wait) {
    throw unsupported(Capability.FILE_DESCRIPTORS, "files are not handed to processes");
  }

  @Override
  public CompletionStage<@Nullable Void> emitAsync(Event event) {
    return later(reply -> commands.emit(event, true, reply));
  }

  @Override
  public JobEnvironment environment() {
    return new EmbeddedEnvironment(this, new EnvironmentCommands(engine, null, ""));
  }

  @Override
  public JobEnvironment environment(String job, String instance) {
    if (job.isEmpty()) {
      throw new IllegalArgumentException("A job's name is not empty");
    }
    return new EmbeddedEnvironment(this, new EnvironmentCommands(engine, job, instance));
  }

  @Override
  public String stateDump() {
    return call(commands::stateDump);
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
    run(() -> commands.endSession(this::closeLater));
  }

  private void closeLater() {
    new Thread(this::close, "upstart-session-end").start();
  }

  @Override
  public void notifyDiskWriteable() {
    run(() -> {});
  }

  @Override
  public void notifyDbusAddress(String address) {
    run(() -> commands.notifyDbusAddress(address));
  }

  @Override
  public void notifyCgroupManagerAddress(String address) {
    run(() -> commands.notifyCgroupManager(address));
  }

  @Override
  public List<Session> sessions() {
    return List.of();
  }

  @Override
  public Subscription subscribe(UpstartListener listener) {
    // on the engine's thread, so that nothing that is under way is heard by half
    return call(() -> engine.listeners().add(listener));
  }

  Commands commands() {
    return commands;
  }

  Engine engine() {
    return engine;
  }

  <T extends @Nullable Object> T call(Supplier<T> work) {
    return explaining(() -> Deadline.of(Wait.FOREVER).await(engine.submit(work), "the engine"));
  }

  void run(Runnable work) {
    this.<@Nullable Void>call(
        () -> {
          work.run();
          return null;
        });
  }

  <T extends @Nullable Object> T await(
      Wait wait, String what, Consumer<CompletableFuture<T>> work) {
    // a command that doesn't wait is answered as soon as it was taken
    Deadline deadline = Deadline.of(wait.waits() ? wait : Wait.FOREVER);
    return explaining(() -> deadline.await(engine.submitAndWait(work), what));
  }

  <T extends @Nullable Object> CompletionStage<T> later(Consumer<CompletableFuture<T>> work) {
    CompletableFuture<T> reply = engine.submitAndWait(work);
    return engine.isCurrent() ? reply : callbacks.stage(reply, unknownJobs::explain);
  }

  /** Whoever is on the engine's thread passes on what Upstart itself would say. */
  private <T extends @Nullable Object> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnknownJobException unknown) {
      throw engine.isCurrent() ? unknown : unknownJobs.explain(unknown);
    }
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
  public void execute(Runnable work) {
    engine.postCommand(work);
  }

  @Override
  public Subscription hear(UpstartListener listener) {
    return engine.listeners().addDirect(listener);
  }

  /**
   * Returns who listens now, for tests that look for subscriptions that were left open.
   *
   * @return the listeners whose subscriptions are open
   */
  public List<UpstartListener> listeners() {
    return engine.listeners().all();
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
    if (watch != null) {
      try {
        watch.close();
      } catch (Exception failure) {
        throw new IllegalStateException("The watch of the job files could not be ended", failure);
      }
    }
    engine.close();
    callbacks.close();
    closed.complete(null);
  }

  /** Sets up an {@link EmbeddedUpstart}. Not thread-safe. */
  public static final class Builder {

    private final Map<String, JobFile> jobs = new LinkedHashMap<>();
    private Dialect dialect = Dialect.UPSTART;
    private @Nullable Path folder;
    private @Nullable Path logFolder;
    private @Nullable ProcessSpawner processes;
    private @Nullable ManualClock clock;
    private @Nullable String sessionAddress;
    private Map<String, String> environment = System.getenv();
    private boolean userSession;
    private boolean inheritEnvironment = true;

    private Builder() {}

    /**
     * Takes the jobs from a folder, and watches it: what comes, changes and goes there does so
     * here.
     *
     * @param path the folder, laid out as {@code /etc/init}
     * @return this builder
     */
    public Builder folder(Path path) {
      this.folder = path;
      return this;
    }

    /**
     * Adds a job. It hides one of the same name in the folder.
     *
     * @param name the job's name
     * @param file what would stand in its file
     * @return this builder
     * @throws IllegalArgumentException if the name is empty
     */
    public Builder job(String name, JobFile file) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("A job's name is not empty");
      }
      jobs.put(name, file);
      return this;
    }

    /**
     * Says whose stanzas the job files may have, whether they are given here or are in the folder.
     * What only ChromeOS's Upstart does with its own stanzas is not done: {@code import} and {@code
     * tmpfiles} have no effect.
     *
     * @param known the dialect; Upstart's own by default
     * @return this builder
     */
    public Builder dialect(Dialect known) {
      this.dialect = known;
      return this;
    }

    /**
     * Takes the processes from somewhere else than the machine. The Upstart closes the spawner.
     *
     * @param spawner where they come from
     * @return this builder
     */
    public Builder processes(ProcessSpawner spawner) {
      this.processes = spawner;
      return this;
    }

    /**
     * Takes the time from a clock that only goes on when it is told to.
     *
     * @param manualClock the clock
     * @return this builder
     */
    public Builder clock(ManualClock manualClock) {
      this.clock = manualClock;
      return this;
    }

    /**
     * Makes it behave as the Upstart of a user's session, whose job environment can be changed, and
     * whose jobs get the variables of this process. By default it behaves as process 1.
     *
     * @param session whether it does
     * @return this builder
     */
    public Builder userSession(boolean session) {
      this.userSession = session;
      return this;
    }

    /**
     * Says where the processes of its jobs reach it; they find it in {@code UPSTART_SESSION}.
     *
     * @param address a D-Bus address
     * @return this builder
     */
    public Builder sessionAddress(String address) {
      this.sessionAddress = address;
      return this;
    }

    /**
     * Has the output of jobs with {@code console log} written to files there: {@code JOB.log} or
     * {@code JOB-INSTANCE.log}. By default it is thrown away.
     *
     * @param path the folder, which must be there when the Upstart is built
     * @return this builder
     */
    public Builder logFolder(Path path) {
      this.logFolder = path;
      return this;
    }

    /**
     * Gives it other variables than those of this process: {@code TERM}, what {@code env NAME}
     * stanzas take over, and what the jobs of a session get, in the map's order.
     *
     * @param variables the variables
     * @return this builder
     */
    public Builder environment(Map<String, String> variables) {
      this.environment = new LinkedHashMap<>(variables);
      return this;
    }

    /**
     * Says whether the jobs of a session get all variables of this process, as they do by default,
     * or only {@code PATH} and {@code TERM}.
     *
     * @param inherits whether they get all
     * @return this builder
     */
    public Builder inheritEnvironment(boolean inherits) {
      this.inheritEnvironment = inherits;
      return this;
    }

    /**
     * Starts the engine and reads the jobs. None is started until an event is emitted; process 1
     * would emit {@code startup}.
     *
     * @return the Upstart, to be closed when no longer wanted
     * @throws UncheckedIOException if the folder is none, or that of the logs
     * @throws JobFileSyntaxException if a file that was given is rejected; one in the folder is
     *     logged, and told by {@link UnknownJobException#explanation()}
     */
    public EmbeddedUpstart build() {
      jobs.forEach((name, file) -> JobDefinition.of(name, file, dialect));
      if (logFolder != null && !Files.isDirectory(logFolder)) {
        throw new UncheckedIOException(
            new FileSystemException(logFolder.toString(), null, "no folder for logs"));
      }
      EngineOptions options =
          new EngineOptions(
              Optional.ofNullable(folder),
              new LinkedHashMap<>(jobs),
              dialect,
              userSession,
              Optional.ofNullable(sessionAddress),
              Optional.ofNullable(logFolder),
              environment,
              inheritEnvironment);
      ProcessSpawner spawner = processes == null ? new HostProcesses() : processes;
      Engine engine =
          new Engine(options, spawner, clock == null ? new MachineTime() : clock.time());
      try {
        AutoCloseable watch = engine.load();
        EmbeddedUpstart upstart = new EmbeddedUpstart(engine, watch);
        spawner.belongsTo(upstart);
        if (clock != null) {
          clock.add(engine);
        }
        return upstart;
      } catch (IOException failure) {
        engine.close();
        throw new UncheckedIOException(failure);
      }
    }
  }
}
