package org.upstart4j.dbus.internal.client;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Lets only a few do something at once. The others wait for their turn, without a thread.
 * Thread-safe.
 */
final class Gate {

  private final ArrayDeque<Consumer<Runnable>> waiting = new ArrayDeque<>();
  private int free;

  /**
   * Opens a gate.
   *
   * @param most how many may be inside at once
   */
  Gate(int most) {
    this.free = most;
  }

  /**
   * Enters, at once or when another has left.
   *
   * @param enters called inside, and given how to leave; must not wait
   */
  void enter(Consumer<Runnable> enters) {
    synchronized (this) {
      if (free == 0) {
        waiting.add(enters);
        return;
      }
      free--;
    }
    letIn(enters);
  }

  private void letIn(Consumer<Runnable> enters) {
    AtomicBoolean inside = new AtomicBoolean(true);
    enters.accept(
        () -> {
          if (inside.getAndSet(false)) {
            leave();
          }
        });
  }

  private void leave() {
    Consumer<Runnable> next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        free++;
      }
    }
    if (next != null) {
      letIn(next);
    }
  }
}
