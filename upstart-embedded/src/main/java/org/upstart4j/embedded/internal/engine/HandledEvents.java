package org.upstart4j.embedded.internal.engine;

import org.upstart4j.embedded.internal.event.EventQueue;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.thread.EngineThread;

/** The events that the engine's thread goes through, and what each of them sets off. */
record HandledEvents(EventQueue queue, EventHandler handler, SessionEnd sessionEnd)
    implements EngineThread.Events {

  @Override
  public void poll() {
    queue.poll(this::handle);
  }

  private void handle(LiveEvent event) {
    handler.handle(event);
    sessionEnd.handled();
  }

  @Override
  public boolean hasPending() {
    return queue.hasPending();
  }
}
