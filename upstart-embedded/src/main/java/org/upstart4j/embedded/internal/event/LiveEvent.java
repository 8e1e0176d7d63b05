package org.upstart4j.embedded.internal.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.jobfile.internal.match.Happened;

/**
 * An event on its way: pending until the jobs have seen it, then held by those that it set off,
 * then finished.
 */
public final class LiveEvent implements Happened {

  private final Event event;
  private final Consumer<LiveEvent> ready;
  private final List<Consumer<LiveEvent>> waiting = new ArrayList<>();
  private final long number;
  private @Nullable Variables table;
  private @Nullable InstanceName instance;
  private boolean pending = true;
  private boolean failed;
  private int blockers;
  private int holders;
  private @Nullable Runnable atRest;

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

  public Event event() {
    return event;
  }

  @Override
  public String name() {
    return event.name();
  }

  @Override
  public List<String> variables() {
    return event.variables().entries();
  }

  @Override
  public int find(String variable) {
    Variables known = table;
    if (known == null) {
      known = new Variables(variables());
      table = known;
    }
    return known.find(variable);
  }

  /** Its place among all events. */
  public long number() {
    return number;
  }

  public boolean isPending() {
    return pending;
  }

  boolean isBlocked() {
    return blockers > 0;
  }

  public int blockers() {
    return blockers;
  }

  public boolean hasFailed() {
    return failed;
  }

  void handling() {
    pending = false;
  }

  public void fail() {
    failed = true;
  }

  /** Jobs have seen it. */
  void handled() {
    tellRest();
  }

  /** An instance that it has set off is on its way. */
  void hold() {
    holders++;
    block();
  }

  void letGo() {
    holders--;
    tellRest();
    unblock();
  }

  /**
   * Says whether jobs have seen it, and no instance that it has set off is on its way. A condition
   * that is not true yet may hold it even so.
   */
  public boolean isAtRest() {
    return !pending && holders == 0;
  }

  /** Has something done whenever it comes to rest. */
  public void whenAtRest(Runnable action) {
    atRest = action;
  }

  private void tellRest() {
    if (atRest != null && isAtRest()) {
      atRest.run();
    }
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
  public @Nullable InstanceName instance() {
    return instance;
  }

  /** Lets an instance wait for the event's end. */
  public void holdUp(InstanceName held, Consumer<LiveEvent> action) {
    instance = held;
    whenFinished(action);
  }

  /** Has something done when the event is finished, before anybody is told of it. */
  public void whenFinished(Consumer<LiveEvent> action) {
    waiting.add(action);
  }

  public List<Consumer<LiveEvent>> waiting() {
    return waiting;
  }
}
