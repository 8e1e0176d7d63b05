package org.upstart4j.embedded.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;

/**
 * An event on its way: pending until the jobs have seen it, then held by those that it set off,
 * then finished.
 */
final class LiveEvent {

  private final Event event;
  private final Consumer<LiveEvent> ready;
  private final List<Consumer<LiveEvent>> waiting = new ArrayList<>();
  private final long number;
  private @Nullable Variables table;
  private @Nullable InstanceName instance;
  private boolean pending = true;
  private boolean failed;
  private int blockers;

  /**
   * Makes an event that no job has seen yet.
   *
   * @param ready told when something can be done with the event again
   * @param number its place among all events
   */
  LiveEvent(Event event, Consumer<LiveEvent> ready, long number) {
    this.event = event;
    this.ready = ready;
    this.number = number;
  }

  Event event() {
    return event;
  }

  String name() {
    return event.name();
  }

  List<String> variables() {
    return event.variables().entries();
  }

  /** Returns where a variable is, or -1. */
  int find(String variable) {
    Variables known = table;
    if (known == null) {
      known = new Variables(variables());
      table = known;
    }
    return known.find(variable);
  }

  /** Its place among all events. */
  long number() {
    return number;
  }

  boolean isPending() {
    return pending;
  }

  boolean isBlocked() {
    return blockers > 0;
  }

  int blockers() {
    return blockers;
  }

  boolean hasFailed() {
    return failed;
  }

  void handling() {
    pending = false;
  }

  void fail() {
    failed = true;
  }

  void block() {
    blockers++;
  }

  void unblock() {
    blockers--;
    if (blockers == 0 && !pending) {
      ready.accept(this);
    }
  }

  /** The instance that it was emitted for, which cannot go on before its end. */
  @Nullable InstanceName instance() {
    return instance;
  }

  /** Lets an instance wait for the event's end. */
  void holdUp(InstanceName held, Consumer<LiveEvent> action) {
    instance = held;
    whenFinished(action);
  }

  /** Has something done when the event is finished, before anybody is told of it. */
  void whenFinished(Consumer<LiveEvent> action) {
    waiting.add(action);
  }

  List<Consumer<LiveEvent>> waiting() {
    return waiting;
  }
}
