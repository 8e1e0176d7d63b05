package org.upstart4j.embedded.internal.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.embedded.internal.event.EventQueue;
import org.upstart4j.embedded.internal.job.EnginePort;
import org.upstart4j.embedded.internal.job.Jobs;
import org.upstart4j.embedded.internal.job.ProcessRequests;
import org.upstart4j.embedded.internal.log.EngineLog;
import org.upstart4j.embedded.internal.source.JobSource;
import org.upstart4j.embedded.internal.thread.EngineThread;
import org.upstart4j.embedded.internal.thread.Inbox;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.embedded.internal.variable.GlobalVariables;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.spi.Listeners;

/**
 * The engine: its parts, each of which knows only those that it needs. What has state belongs to
 * the engine's thread, so that only this thread calls it.
 */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  private final EngineOptions options;
  private final ProcessSpawner spawner;
  private final EngineTime time;
  private final Listeners listeners;
  private final EngineLog log;
  private final Notices notices;
  private final EventQueue events;
  private final Jobs jobs;
  private final GlobalVariables variables;
  private final EnginePort port;
  private final EventHandler handler;
  private final SessionEnd sessionEnd;
  private final EngineThread thread;
  private final JobSource source;

  /** Makes an engine that does nothing yet, and has no jobs. */
  public Engine(EngineOptions options, ProcessSpawner spawner, EngineTime time) {
    Listeners told = new Listeners(failure -> LOG.warn("A listener has failed", failure));
    Inbox inbox = new Inbox();
    this.options = options;
    this.spawner = spawner;
    this.time = time;
    this.listeners = told;
    this.log = new EngineLog(time);
    this.notices = new Notices();
    this.events =
        new EventQueue(
            options.events(), event -> told.tell(listener -> listener.eventEmitted(event)));
    this.jobs = new Jobs(options.source().version(), told::tell);
    this.variables =
        new GlobalVariables(
            options.environment(), options.userSession(), options.inheritEnvironment());
    ProcessRequests requests =
        new ProcessRequests(options.userSession(), options.sessionAddress(), options.logFolder());
    this.port = new EngineServices(events, told, log, inbox, time, notices, requests, spawner);
    this.handler = new EventHandler(jobs, variables, notices, port);
    this.sessionEnd = new SessionEnd(jobs, notices, port);
    this.thread = new EngineThread(inbox, new HandledEvents(events, handler, sessionEnd));
    this.source = new JobSource(options.source(), jobs, log, thread);
  }

  /** Starts the engine's thread, which reads the jobs, and returns when it has read them. */
  public void start() {
    thread.start();
    thread
        .submit(
            () -> {
              source.reload();
              return true;
            })
        .join();
  }

  /** Returns the thread on which all happens. */
  public EngineThread thread() {
    return thread;
  }

  /** Returns who hears what the engine does. */
  public Listeners listeners() {
    return listeners;
  }

  public EngineOptions options() {
    return options;
  }

  public EngineTime time() {
    return time;
  }

  public EngineLog log() {
    return log;
  }

  public Notices notices() {
    return notices;
  }

  public Jobs jobs() {
    return jobs;
  }

  public EventQueue events() {
    return events;
  }

  public GlobalVariables variables() {
    return variables;
  }

  public EnginePort port() {
    return port;
  }

  public JobSource source() {
    return source;
  }

  /** Lets the jobs start that wait for a cgroup manager. */
  public void foundCgroupManager(String address) {
    if (notices.foundCgroupManager(address)) {
      handler.startWaiting();
    }
  }

  /** Ends the session, unless it is ending already. */
  public void endSession(Runnable ended) {
    sessionEnd.begin(ended);
  }

  /** Returns why job files were rejected, by the jobs' names. */
  public Map<String, String> rejected() {
    return source.rejected();
  }

  /** Returns the folder of job files, or null. */
  public @Nullable JobDirectory folder() {
    return source.folder();
  }

  /** Waits a moment, until it has been posted which processes run. */
  public void catchUp() {
    if (!thread.isCurrent()) {
      spawner.catchUp();
    }
  }

  /** Ends it and all of its processes. Waits for them, unless the engine itself calls this. */
  @Override
  public void close() {
    source.close();
    if (thread.close()) {
      time.close();
      spawner.close();
      listeners.close();
    }
  }
}
