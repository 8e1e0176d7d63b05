package org.upstart4j.simulation;

import java.time.Duration;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.State;

/** Something that happened in a simulation. */
public sealed interface Moment {

  /** {@return when, as time since the beginning} */
  Duration at();

  /**
   * An event was emitted, and jobs see it now.
   *
   * @param at when
   * @param event the event
   * @param isFromOutside whether it comes from the scenario or the caller; if not, from a process
   *     or from Upstart itself
   */
  record Emitted(Duration at, Event event, boolean isFromOutside) implements Moment {}

  /**
   * An event has come to its end: all that it set off has happened.
   *
   * @param at when
   * @param event the event
   */
  record Finished(Duration at, Event event) implements Moment {}

  /** Something that happened to an instance of a job. */
  sealed interface OfInstance extends Moment {

    /** {@return the job's name} */
    String job();

    /** {@return the instance's name; empty if the job has only one} */
    String instance();
  }

  /**
   * An instance has a new goal.
   *
   * @param at when
   * @param job the job's name
   * @param instance the instance's name
   * @param goal the goal
   */
  record NewGoal(Duration at, String job, String instance, Goal goal) implements OfInstance {}

  /**
   * An instance has a new state.
   *
   * @param at when
   * @param job the job's name
   * @param instance the instance's name
   * @param state the state
   */
  record NewState(Duration at, String job, String instance, State state) implements OfInstance {}

  /**
   * A process was started, or could not be: then {@link NotRun} follows.
   *
   * @param at when
   * @param job the job's name
   * @param instance the instance's name
   * @param process which process
   * @param command what its stanza says
   * @param isByDefault whether the scenario says nothing about it
   */
  record Spawned(
      Duration at,
      String job,
      String instance,
      ProcessType process,
      String command,
      boolean isByDefault)
      implements OfInstance {}

  /**
   * A process could not be run.
   *
   * @param at when
   * @param job the job's name
   * @param instance the instance's name
   * @param process which process
   * @param reason why, in Upstart's words
   */
  record NotRun(Duration at, String job, String instance, ProcessType process, String reason)
      implements OfInstance {}

  /**
   * A process has ended, as Upstart sees it.
   *
   * @param at when
   * @param job the job's name
   * @param instance the instance's name
   * @param process which process
   * @param status how it ended
   */
  record Ended(Duration at, String job, String instance, ProcessType process, ExitStatus status)
      implements OfInstance {}

  /**
   * An instance has failed.
   *
   * @param at when
   * @param job the job's name
   * @param instance the instance's name
   * @param status how its process ended; {@link ExitStatus#SUCCESS} if it was respawned too fast,
   *     or if this Upstart takes the end of a service for a failure
   */
  record Failed(Duration at, String job, String instance, ExitStatus status)
      implements OfInstance {}
}
