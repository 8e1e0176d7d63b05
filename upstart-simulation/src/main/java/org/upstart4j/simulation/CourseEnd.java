package org.upstart4j.simulation;

/** Why a simulation ended. */
public enum CourseEnd {
  /** Nothing more would happen until something comes from outside. */
  QUIET,
  /** The limit of simulated time was reached, and more would have happened. */
  TIME_LIMIT,
  /** The limit of moments was reached: jobs that set each other off, as a rule for ever. */
  MOMENT_LIMIT
}
