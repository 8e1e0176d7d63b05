package org.upstart4j.embedded.internal.engine;

import java.time.Duration;
import java.util.function.Consumer;
import org.upstart4j.Event;
import org.upstart4j.LogPriority;
import org.upstart4j.UpstartListener;
import org.upstart4j.embedded.internal.event.EventQueue;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.job.EnginePort;
import org.upstart4j.embedded.internal.job.ProcessRequests;
import org.upstart4j.embedded.internal.log.EngineLog;
import org.upstart4j.embedded.internal.thread.Inbox;
import org.upstart4j.embedded.internal.time.EngineTime;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.spi.Listeners;

/** Gives an engine's instances what they need, each thing from the part that has it. */
record EngineServices(
    EventQueue events,
    Listeners listeners,
    EngineLog log,
    Inbox inbox,
    EngineTime time,
    Notices notices,
    ProcessRequests requests,
    ProcessSpawner spawner)
    implements EnginePort {

  @Override
  public LiveEvent emit(Event event) {
    return events.emit(event);
  }

  @Override
  public void tell(Consumer<UpstartListener> call) {
    listeners.tell(call);
  }

  @Override
  public void log(LogPriority priority, String text) {
    log.log(priority, text);
  }

  @Override
  public void post(Runnable work) {
    inbox.post(work);
  }

  @Override
  public EngineTime.Timer after(Duration delay, Runnable action) {
    return time.after(delay, () -> inbox.post(action));
  }

  @Override
  public long seconds() {
    return Math.floorDiv(time.nanos(), 1_000_000_000L);
  }

  @Override
  public boolean respawns() {
    return !notices.sessionEnds();
  }
}
