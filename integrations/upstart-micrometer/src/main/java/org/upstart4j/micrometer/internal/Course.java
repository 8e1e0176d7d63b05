package org.upstart4j.micrometer.internal;

import org.upstart4j.Goal;
import org.upstart4j.State;

/**
 * What was heard of an instance so far.
 *
 * @param goal its goal
 * @param state its state
 * @param respawning whether it is stopped only to be started again, as its main process has ended
 * @param begun when it began to start, in nanoseconds; negative if nobody knows
 */
record Course(Goal goal, State state, boolean respawning, long begun) {

  /** Of an instance that ran before anybody listened. */
  static final Course UNKNOWN = new Course(Goal.START, State.RUNNING, false, -1);

  Course heading(Goal next) {
    return new Course(next, state, respawning && next.equals(Goal.START), begun);
  }

  /** The same in another state, at a time. */
  Course in(State next, long now) {
    boolean replaced = respawning;
    if (next.equals(State.STOPPING)) {
      // only an instance that is respawned leaves its main process behind while its goal is start
      replaced = goal.equals(Goal.START);
    } else if (next.equals(State.RUNNING)) {
      replaced = false;
    }
    return new Course(goal, next, replaced, next.equals(State.STARTING) ? now : begunBefore());
  }

  /** What has come to run is no longer starting. */
  private long begunBefore() {
    return state.equals(State.RUNNING) ? -1 : begun;
  }
}
