package org.upstart4j.embedded.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;

/**
 * Ends a session: says so with an event, gives the jobs that start on it five seconds, stops all
 * others, and is done when no process is left, or when the longest kill timeout has passed.
 */
final class SessionEnd {

  private static final String EVENT = "session-end";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long GRACE_SECONDS = 5;

  private final Engine engine;
  private final Runnable ended;
  private long phaseBegan;
  private boolean killing;

  SessionEnd(Engine engine, Runnable ended) {
    this.engine = engine;
    this.ended = ended;
  }

  void begin() {
    if (!engine.beginSessionEnd()) {
      return;
    }
    LiveEvent event = engine.emit(new Event(EVENT, Environment.of("TYPE", "logout")));
    AtomicBoolean wanted = new AtomicBoolean();
    engine.jobs().forEachKnowing(event, job -> isWanted(job, wanted));
    killing = !wanted.get();
    phaseBegan = engine.seconds();
    stopAll();
    engine.after(PAUSE, this::look);
  }

  private static boolean isWanted(LiveJob job, AtomicBoolean wanted) {
    ConditionState startOn = job.startOn();
    if (startOn != null && startOn.condition().events().contains(EVENT)) {
      wanted.set(true);
    }
    return !wanted.get();
  }

  private void stopAll() {
    engine
        .jobs()
        .forEach(job -> job.instances().forEach(instance -> instance.changeGoal(Goal.STOP)));
  }

  private void look() {
    boolean quiet = engine.jobs().areAllAtRest();
    long passed = engine.seconds() - phaseBegan;
    if (!killing && (quiet || passed >= GRACE_SECONDS)) {
      killing = true;
      phaseBegan = engine.seconds();
      stopAll();
    }
    if (quiet || (killing && passed > longestKillTimeout())) {
      new Thread(ended, "upstart-session-end").start();
    } else {
      engine.after(PAUSE, this::look);
    }
  }

  private long longestKillTimeout() {
    return engine.jobs().all().stream()
        .filter(job -> !job.instances().isEmpty())
        .mapToLong(job -> job.definition().killTimeout().toSeconds())
        .max()
        .orElse(0);
  }
}
