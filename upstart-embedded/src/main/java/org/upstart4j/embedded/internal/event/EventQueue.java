package org.upstart4j.embedded.internal.event;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.upstart4j.Event;

/**
 * The events that are on their way, in the order in which they were emitted. Only those with which
 * something can be done are gone through, as thousands may be blocked.
 */
public final class EventQueue {

  private static final String FAILED = "/failed";

  private final TreeMap<Long, LiveEvent> all = new TreeMap<>();
  private final TreeMap<Long, LiveEvent> ready = new TreeMap<>();
  private final Consumer<Event> finished;
  private final Predicate<Event> passes;
  private long emitted;
  private int pending;

  /**
   * Makes an empty queue.
   *
   * @param passes asked of each event when it is emitted; one that does not pass is finished
   *     without any job seeing it
   * @param finished told of each finished event
   */
  public EventQueue(Predicate<Event> passes, Consumer<Event> finished) {
    this.passes = passes;
    this.finished = finished;
  }

  public LiveEvent emit(Event event) {
    LiveEvent live = new LiveEvent(event, this::ready, emitted++);
    all.put(live.number(), live);
    if (passes.test(event)) {
      pending++;
    } else {
      live.handling();
    }
    ready(live);
    return live;
  }

  private void ready(LiveEvent event) {
    ready.put(event.number(), event);
  }

  public Iterable<LiveEvent> all() {
    return all.values();
  }

  public boolean isIdle() {
    return ready.isEmpty();
  }

  /** Whether an event has been emitted that no job has seen yet. */
  public boolean hasPending() {
    return pending > 0;
  }

  /**
   * Goes through the events again and again, until nothing more can be done with any of them.
   *
   * @param handle lets the jobs see a pending event
   */
  public void poll(Consumer<LiveEvent> handle) {
    while (!ready.isEmpty()) {
      Map.Entry<Long, LiveEvent> next = ready.firstEntry();
      while (next != null) {
        poll(next.getValue(), handle);
        next = ready.higherEntry(next.getKey());
      }
    }
  }

  private void poll(LiveEvent event, Consumer<LiveEvent> handle) {
    if (event.isPending()) {
      pending--;
      event.handling();
      handle.accept(event);
      event.handled();
    }
    ready.remove(event.number());
    if (!event.isBlocked()) {
      finish(event);
    }
  }

  private void finish(LiveEvent event) {
    // removed first: what is done now may emit more, but never touches this one again
    all.remove(event.number());
    event.waiting().forEach(action -> action.accept(event));
    if (event.hasFailed() && !event.name().endsWith(FAILED)) {
      emit(new Event(event.name() + FAILED, event.event().variables()));
    }
    finished.accept(event.event());
  }
}
