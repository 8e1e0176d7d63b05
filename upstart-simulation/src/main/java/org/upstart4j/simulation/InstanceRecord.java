package org.upstart4j.simulation;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Goal;
import org.upstart4j.State;

/** What is known of an instance while its moments are gone through. */
final class InstanceRecord {

  private final String job;
  private final String instance;
  private final boolean isStandIn;
  private @Nullable Duration started;
  private @Nullable Duration running;
  private @Nullable Duration ended;
  private int starts;
  private Goal goal = Goal.STOP;
  private State state = State.WAITING;

  InstanceRecord(String job, String instance, boolean isStandIn) {
    this.job = job;
    this.instance = instance;
    this.isStandIn = isStandIn;
  }

  void take(Moment.NewGoal moment) {
    goal = moment.goal();
  }

  void take(Moment.NewState moment) {
    if (moment.state().equals(State.STARTING)) {
      starts++;
      started = started == null ? moment.at() : started;
      ended = null;
    } else if (moment.state().equals(State.RUNNING)) {
      running = running == null ? moment.at() : running;
    } else if (moment.state().equals(State.WAITING)) {
      ended = moment.at();
    }
    state = moment.state();
  }

  /** What became of it; nothing if it was never started. */
  Optional<InstanceCourse> course() {
    return Optional.ofNullable(started)
        .map(
            first ->
                new InstanceCourse(
                    job,
                    instance,
                    first,
                    Optional.ofNullable(running),
                    Optional.ofNullable(ended),
                    starts,
                    goal,
                    state,
                    isStandIn));
  }
}
