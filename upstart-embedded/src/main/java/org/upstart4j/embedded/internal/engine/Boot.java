package org.upstart4j.embedded.internal.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.upstart4j.Event;
import org.upstart4j.embedded.internal.event.EventQueue;
import org.upstart4j.embedded.internal.event.LiveEvent;

/**
 * Emits the events of a boot in their order. Who emits a hook goes on only when what it has set off
 * rests; nobody waits for other events. An event that half of an {@code and} holds holds up nobody:
 * the other half may never come.
 */
public final class Boot {

  /** Upstart's own hooks, and those of what mounts file systems. */
  private static final Set<String> HOOKS = Set.of("starting", "stopping", "mounting", "mounted");

  private final EventQueue queue;
  private final Iterator<Event> events;
  private final Runnable over;
  private final List<LiveEvent> underWay = new ArrayList<>();
  private boolean isOver;

  /**
   * Makes a boot that has not begun.
   *
   * @param over done once, when all has been emitted, and nothing that was set off is on its way
   */
  public Boot(EventQueue queue, List<Event> events, Runnable over) {
    this.queue = queue;
    this.events = List.copyOf(events).iterator();
    this.over = over;
  }

  /** Emits what can be emitted now. */
  public void goOn() {
    if (isOver) {
      return;
    }
    underWay.removeIf(LiveEvent::isAtRest);
    while (events.hasNext() && underWay.stream().noneMatch(Boot::isHook)) {
      await(queue.emit(events.next()));
    }
    if (underWay.isEmpty()) {
      awaitOthers();
    }
  }

  private void await(LiveEvent event) {
    underWay.add(event);
    event.whenAtRest(this::goOn);
  }

  /** What was set off may have set off more. */
  private void awaitOthers() {
    for (LiveEvent event : queue.all()) {
      if (!event.isAtRest()) {
        await(event);
      }
    }
    if (underWay.isEmpty()) {
      end();
    }
  }

  /** Emits nothing more. */
  public void end() {
    if (!isOver) {
      isOver = true;
      over.run();
    }
  }

  private static boolean isHook(LiveEvent event) {
    return HOOKS.contains(event.name());
  }
}
