package org.upstart4j.embedded.internal.job;

import java.time.Duration;
import java.util.function.Consumer;
import org.upstart4j.Event;
import org.upstart4j.LogPriority;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.embedded.process.ProcessSpawner;

/** All that an instance of a job needs of the engine. */
public interface EnginePort {

  /** Adds an event after all others. */
  LiveEvent emit(Event event);

  /** Tells the listeners. */
  void tell(Consumer<UpstartListener> call);

  void log(LogPriority priority, String text);

  /** Does something on the engine's thread; called by any thread. */
  void post(Runnable work);

  /** Does something on the engine's thread, later. */
  EngineTime.Timer after(Duration delay, Runnable action);

  /** Returns the seconds since some moment, as Upstart counts them: whole ones. */
  long seconds();

  /** Returns what says how processes are run. */
  ProcessRequests requests();

  /** Returns where processes come from. */
  ProcessSpawner spawner();

  /** Says whether processes that end are started again: not at the end of a session. */
  boolean respawns();
}
