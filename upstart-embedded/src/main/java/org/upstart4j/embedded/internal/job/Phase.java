package org.upstart4j.embedded.internal.job;

import org.upstart4j.State;

/** The states that the engine knows, and where each leads. */
public enum Phase {
  WAITING(State.WAITING),
  STARTING(State.STARTING),
  SECURITY_SPAWNING(State.SECURITY_SPAWNING),
  SECURITY(State.SECURITY),
  PRE_STARTING(State.PRE_STARTING),
  PRE_START(State.PRE_START),
  SPAWNING(State.SPAWNING),
  SPAWNED(State.SPAWNED),
  POST_STARTING(State.POST_STARTING),
  POST_START(State.POST_START),
  RUNNING(State.RUNNING),
  PRE_STOPPING(State.PRE_STOPPING),
  PRE_STOP(State.PRE_STOP),
  STOPPING(State.STOPPING),
  KILLED(State.KILLED),
  POST_STOPPING(State.POST_STOPPING),
  POST_STOP(State.POST_STOP);

  @SuppressWarnings("ImmutableEnumChecker") // a record of one text
  private final State state;

  Phase(State state) {
    this.state = state;
  }

  public State state() {
    return state;
  }

  /**
   * Returns the next state on the way to a goal.
   *
   * @param start whether the goal is start, else it is stop
   * @param mainRuns whether there is a main process
   */
  public Phase next(boolean start, boolean mainRuns) {
    return switch (this) {
      case WAITING -> STARTING;
      case STARTING -> start ? SECURITY_SPAWNING : STOPPING;
      case SECURITY_SPAWNING -> start ? SECURITY : STOPPING;
      case SECURITY -> start ? PRE_STARTING : STOPPING;
      case PRE_STARTING -> start ? PRE_START : STOPPING;
      case PRE_START -> start ? SPAWNING : STOPPING;
      case SPAWNING -> start ? SPAWNED : STOPPING;
      case SPAWNED -> start ? POST_STARTING : STOPPING;
      case POST_STARTING -> start ? POST_START : STOPPING;
      case POST_START -> start ? RUNNING : STOPPING;
      case RUNNING -> !start && mainRuns ? PRE_STOPPING : STOPPING;
      case PRE_STOPPING -> PRE_STOP;
      case PRE_STOP -> start ? RUNNING : STOPPING;
      case STOPPING -> KILLED;
      case KILLED -> POST_STOPPING;
      case POST_STOPPING -> POST_STOP;
      case POST_STOP -> start ? STARTING : WAITING;
    };
  }
}
