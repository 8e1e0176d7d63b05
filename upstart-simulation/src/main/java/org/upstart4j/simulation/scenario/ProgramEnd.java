package org.upstart4j.simulation.scenario;

import org.upstart4j.ExitStatus;

/** How a process ends. */
sealed interface ProgramEnd {

  /** As one that no scenario is for: the main process of a service never, others with 0. */
  record ByDefault() implements ProgramEnd {}

  /** By itself. */
  record Ends(ExitStatus status) implements ProgramEnd {}

  /** When a signal ends it. */
  record Never() implements ProgramEnd {}

  /** It never begins, for a reason in Upstart's words. */
  record CannotRun(String reason) implements ProgramEnd {}
}
