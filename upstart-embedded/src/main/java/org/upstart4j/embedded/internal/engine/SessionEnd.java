package org.upstart4j.embedded.internal.engine;

import java.time.Duration;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Goal;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.job.EnginePort;
import org.upstart4j.embedded.internal.job.Jobs;
import org.upstart4j.embedded.internal.job.LiveJob;

/**
 * Ends a session: says so with an event, gives the jobs that start on it five seconds, stops all
 * others, and is done when no process is left, when an event finds no instance, or when the longest
 * kill timeout has passed.
 */
final class SessionEnd {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long GRACE_SECONDS = 5;
  private static final long LEAST_KILL_TIMEOUT_SECONDS = 5;

  private final Jobs jobs;
  private final Notices notices;
  private final EnginePort engine;
  private Runnable ended = () -> {};
  private long phaseBegan;
  private long killTimeout;
  private boolean killing;
  private boolean over;

  SessionEnd(Jobs jobs, Notices notices, EnginePort engine) {
    this.jobs = jobs;
    this.notices = notices;
    this.engine = engine;
  }

  /**
   * Begins, unless it has begun.
   *
   * @param whenOver called when the session has ended
   */
  void begin(Runnable whenOver) {
    if (!notices.sessionEnds()) {
      notices.endSession();
      ended = whenOver;
      begin();
    }
  }

  private void begin() {
    LiveEvent event = engine.emit(new Event("session-end", Environment.of("TYPE", "logout")));
    phaseBegan = engine.seconds();
    if (isWanted(event)) {
      stopAll();
    } else {
      kill();
    }
    engine.after(PAUSE, this::look);
  }

  private boolean isWanted(LiveEvent event) {
    return jobs.all().stream()
        .map(LiveJob::startOn)
        .anyMatch(startOn -> startOn != null && startOn.condition().knows(event));
  }

  private void kill() {
    killing = true;
    phaseBegan = engine.seconds();
    killTimeout = longestKillTimeout();
    stopAll();
  }

  private void stopAll() {
    jobs.forEach(job -> job.instances().forEach(instance -> instance.changeGoal(Goal.STOP)));
  }

  private void look() {
    long passed = engine.seconds() - phaseBegan;
    if (killing && passed > killTimeout) {
      end();
      return;
    }
    if (!killing && (passed >= GRACE_SECONDS || jobs.areAllAtRest())) {
      kill();
    }
    if (jobs.areAllAtRest()) {
      end();
    } else {
      engine.after(PAUSE, this::look);
    }
  }

  /** An event was handled: if the session ends, there may be nothing left to wait for. */
  void handled() {
    if (notices.sessionEnds() && jobs.all().stream().allMatch(job -> job.instances().isEmpty())) {
      end();
    }
  }

  private void end() {
    if (!over) {
      over = true;
      ended.run();
    }
  }

  private long longestKillTimeout() {
    return jobs.all().stream()
        .filter(job -> !job.instances().isEmpty())
        .mapToLong(job -> job.definition().killTimeout().toSeconds())
        .reduce(LEAST_KILL_TIMEOUT_SECONDS, Math::max);
  }
}
