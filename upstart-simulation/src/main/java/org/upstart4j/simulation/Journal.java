package org.upstart4j.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.State;
import org.upstart4j.UpstartListener;

/**
 * Writes down what happens. When it is full it lets no event pass any more, so that jobs that set
 * each other off come to rest. Thread-safe.
 */
final class Journal implements UpstartListener {

  private final List<Moment> moments = new ArrayList<>();
  private final Supplier<Duration> now;
  private final int most;
  private boolean isFull;
  private boolean isFromOutside;

  /**
   * Makes an empty journal.
   *
   * @param now tells the time since the beginning
   * @param most how many moments it takes
   */
  Journal(Supplier<Duration> now, int most) {
    this.now = now;
    this.most = most;
  }

  Duration now() {
    return now.get();
  }

  synchronized void add(Moment moment) {
    if (moments.size() < most) {
      moments.add(moment);
    } else {
      isFull = true;
    }
  }

  synchronized boolean isFull() {
    return isFull;
  }

  synchronized List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** Emits what comes from outside, on the engine's thread. */
  void emit(Runnable emission) {
    isFromOutside = true;
    emission.run();
    isFromOutside = false;
  }

  /** Takes an event that is being emitted, on the engine's thread; says whether jobs see it. */
  boolean passes(Event event) {
    add(new Moment.Emitted(now(), event, isFromOutside));
    return !isFull();
  }

  @Override
  public void goalChanged(String job, String instance, Goal goal) {
    add(new Moment.NewGoal(now(), job, instance, goal));
  }

  @Override
  public void stateChanged(String job, String instance, State state) {
    add(new Moment.NewState(now(), job, instance, state));
  }

  @Override
  public void failed(String job, String instance, ExitStatus status) {
    add(new Moment.Failed(now(), job, instance, status));
  }

  @Override
  public void eventEmitted(Event event) {
    add(new Moment.Finished(now(), event));
  }
}
