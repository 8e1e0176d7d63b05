package org.upstart4j.fleet.internal;

/** Why a piece of work has no result of its own. */
public enum Unfinished {
  /** It took longer than it may. */
  LATE,
  /** It was under way when all work was stopped. */
  STOPPED,
  /** It was not begun before the time for all pieces was over. */
  NO_TIME_LEFT,
  /** It was not begun, as work that never returns holds all threads. */
  NO_THREAD_LEFT,
  /** It was not begun before all work was stopped. */
  NOT_BEGUN
}
