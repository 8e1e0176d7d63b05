package org.upstart4j.embedded.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.Event;
import org.upstart4j.LogPriority;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.spi.Listeners;

/**
 * The engine: one thread owns all of its state. Whatever comes from outside - commands, what
 * processes do, time, changed files - is put into its inbox; after each of these the events are
 * gone through until nothing more can be done.
 */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  /** How long the close waits for the engine's thread. */
  private static final long CLOSE_MILLIS = 10_000;

  private final EngineOptions options;
  private final ProcessSpawner spawner;
  private final EngineTime time;
  private final Listeners listeners =
      new Listeners(failure -> LOG.warn("A listener has failed", failure));
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final Map<Long, CompletableFuture<?>> replies = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();
  private final EventHandler handler = new EventHandler(this);
  private final EventQueue events = new EventQueue(this::handle, this::finished);
  private final Jobs jobs = new Jobs(this::tell);
  private final GlobalVariables variables;
  private final Thread thread = new Thread(this::run, "upstart-engine");
  private volatile LogPriority logPriority = LogPriority.MESSAGE;
  private volatile boolean closed;
  private volatile @Nullable Throwable lastFault;
  private volatile @Nullable JobSource source;
  private boolean pollsEvents = true;
  private @Nullable SessionEnd sessionEnd;
  private @Nullable String busAddress;
  private @Nullable String cgroupManagerAddress;

  /** Makes an engine that has no jobs yet. */
  public Engine(EngineOptions options, ProcessSpawner spawner, EngineTime time) {
    this.options = options;
    this.spawner = spawner;
    this.time = time;
    this.variables = new GlobalVariables(options);
    thread.setDaemon(true);
    thread.start();
  }

  EngineOptions options() {
    return options;
  }

  ProcessSpawner spawner() {
    return spawner;
  }

  Jobs jobs() {
    return jobs;
  }

  EventQueue events() {
    return events;
  }

  GlobalVariables variables() {
    return variables;
  }

  /** Returns who hears what it does. */
  public Listeners listeners() {
    return listeners;
  }

  /**
   * Reads the jobs, and watches their folder if there is one.
   *
   * @return ends the watch when it is closed
   * @throws IOException if the folder is none
   */
  public AutoCloseable load() throws IOException {
    JobSource read = new JobSource(this);
    source = read;
    submit(
            () -> {
              read.reload();
              return true;
            })
        .join();
    return read;
  }

  @Nullable JobSource source() {
    return source;
  }

  /** Reads all jobs anew. */
  void reload() {
    if (source != null) {
      source.reload();
    }
  }

  /** Returns why job files were rejected, by the jobs' names. Called on the engine's thread. */
  public Map<String, String> rejected() {
    return source == null ? Map.of() : source.rejected();
  }

  /** Returns the folder of job files, or null. */
  public @Nullable JobDirectory folder() {
    return source == null ? null : source.folder();
  }

  private void run() {
    while (!closed) {
      try {
        pollsEvents = true;
        inbox.take().run();
        if (pollsEvents) {
          events.poll();
        }
      } catch (InterruptedException nobody) {
        LOG.debug("The engine's thread was interrupted; it goes on", nobody);
      } catch (RuntimeException | Error fault) {
        LOG.error("The engine has a fault; it goes on", fault);
        lastFault = fault;
      }
    }
  }

  /** What was wrong with the engine itself last, or null. */
  @Nullable Throwable lastFault() {
    return lastFault;
  }

  /** Has something done on the engine's thread, unless it is closed. */
  public void post(Runnable work) {
    inbox.add(work);
  }

  /**
   * Has done on the engine's thread what a client asks for. As in Upstart, where commands come last
   * in each turn, it ends the turn: events that it lets go of without emitting another one are
   * finished in the next turn, whatever brings that about.
   */
  public void postCommand(Runnable work) {
    post(
        () -> {
          events.poll();
          work.run();
          pollsEvents = events.hasPending();
        });
  }

  /**
   * Has something done on the engine's thread.
   *
   * @return what came of it, done on the engine's thread
   */
  public <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<T> work) {
    return submitAndWait(reply -> reply.complete(work.get()));
  }

  /** Says whether this is the engine's thread. */
  public boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /**
   * Has something done on the engine's thread that is to complete its reply, then or later. The
   * engine's thread itself does it at once.
   *
   * @return the reply, done on the engine's thread
   */
  public <T extends @Nullable Object> CompletableFuture<T> submitAndWait(
      Consumer<CompletableFuture<T>> work) {
    CompletableFuture<T> reply = new CompletableFuture<>();
    Long number = asked.incrementAndGet();
    replies.put(number, reply);
    CompletableFuture<T> unused = reply.whenComplete((result, failure) -> replies.remove(number));
    if (isCurrent()) {
      complete(reply, work);
    } else {
      post(() -> complete(reply, work));
    }
    if (closed) {
      reply.completeExceptionally(new UpstartUnavailableException("This Upstart is closed", null));
    }
    return reply;
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> reply, Consumer<CompletableFuture<T>> work) {
    try {
      work.accept(reply);
    } catch (RuntimeException failure) {
      reply.completeExceptionally(failure);
    } catch (Error fault) {
      reply.completeExceptionally(fault);
      throw fault;
    }
  }

  /** Waits until it has nothing more to do until time goes on or something comes from outside. */
  public void settle() {
    try {
      this.<@Nullable Void>submitAndWait(this::settle).join();
    } catch (CompletionException wasClosed) {
      LOG.trace("Closed, so that nothing more happens", wasClosed);
    }
  }

  private void settle(CompletableFuture<@Nullable Void> reply) {
    events.poll();
    if (inbox.isEmpty()) {
      reply.complete(null);
    } else {
      post(() -> settle(reply));
    }
  }

  LiveEvent emit(Event event) {
    return events.emit(event);
  }

  private void finished(Event event) {
    tell(listener -> listener.eventEmitted(event));
  }

  void tell(Consumer<UpstartListener> call) {
    listeners.tell(call);
  }

  EngineTime.Timer after(Duration delay, Runnable action) {
    return time.after(delay, () -> post(action));
  }

  /** Seconds since some moment, as Upstart counts them: a part of a second is none. */
  long seconds() {
    return Math.floorDiv(time.nanos(), 1_000_000_000L);
  }

  /** Returns an instance of a job, a new one if there is none of that name. */
  LiveInstance instance(LiveJob job, String name) {
    LiveInstance instance = job.instances().get(name);
    if (instance == null) {
      LiveInstance added = new LiveInstance(this, job, name);
      job.instances().add(name, added);
      tell(listener -> listener.instanceAdded(job.name(), name));
      return added;
    }
    return instance;
  }

  /** Returns the address of the bus that it was told of first, which it has no need of. */
  @Nullable String busAddress() {
    return busAddress;
  }

  void foundBus(String address) {
    if (busAddress == null) {
      busAddress = address;
    }
  }

  @Nullable String cgroupManagerAddress() {
    return cgroupManagerAddress;
  }

  boolean hasCgroupManager() {
    return cgroupManagerAddress != null;
  }

  /** Lets the jobs start that wait for a cgroup manager. */
  void foundCgroupManager(String address) {
    if (cgroupManagerAddress == null) {
      cgroupManagerAddress = address;
      handler.startWaiting();
    }
  }

  boolean loadsSecurityProfiles() {
    return spawner.loadsSecurityProfiles();
  }

  boolean respawns() {
    return sessionEnd == null;
  }

  /** Ends the session, unless it is ending already. */
  void endSession(Runnable ended) {
    if (sessionEnd == null) {
      sessionEnd = new SessionEnd(this, ended);
      sessionEnd.begin();
    }
  }

  private void handle(LiveEvent event) {
    handler.handle(event);
    if (sessionEnd != null) {
      sessionEnd.handled();
    }
  }

  LogPriority logPriority() {
    return logPriority;
  }

  void setLogPriority(LogPriority priority) {
    logPriority = priority;
  }

  boolean logs(LogPriority priority) {
    return priority.compareTo(logPriority) >= 0;
  }

  void log(LogPriority priority, String text) {
    if (logs(priority)) {
      switch (priority) {
        case DEBUG, INFO, MESSAGE -> LOG.info(visible(text));
        case WARN -> LOG.warn(visible(text));
        case ERROR, FATAL -> LOG.error(visible(text));
      }
    }
  }

  /** What others have named goes to the log on one line, and commands no terminal. */
  private static String visible(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> String.format("\\\\x%02x", (int) found.group().charAt(0)));
  }

  /** Says whether it has been closed. */
  public boolean isClosed() {
    return closed;
  }

  /** Ends it and all of its processes. Waits for them, unless it is called by the engine itself. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    post(() -> {});
    if (!isCurrent()) {
      joinThread();
    }
    replies.forEach(
        (number, reply) ->
            reply.completeExceptionally(
                new UpstartUnavailableException("This Upstart was closed", null)));
    time.close();
    spawner.close();
    listeners.close();
  }

  private void joinThread() {
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
