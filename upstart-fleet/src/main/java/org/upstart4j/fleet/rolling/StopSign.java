package org.upstart4j.fleet.rolling;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says whether a change is to stop. Once raised it stays so. Thread-safe. */
final class StopSign {

  private final CountDownLatch raised = new CountDownLatch(1);
  private Runnable action = () -> {};

  /** Has a change stop. */
  void raise() {
    raised.countDown();
    Runnable last;
    synchronized (this) {
      last = action;
    }
    last.run();
  }

  boolean isRaised() {
    return raised.getCount() == 0;
  }

  /** Has something done when the sign is raised, instead of what was to be done before. */
  void onRaise(Runnable next) {
    synchronized (this) {
      action = next;
    }
    if (isRaised()) {
      next.run();
    }
  }

  /** Waits for some time, or until it is raised. An interruption raises it. */
  void pause(Duration time) {
    try {
      raised.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      raise();
    }
  }
}
