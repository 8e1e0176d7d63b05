package org.upstart4j.picture.timeline;

import java.time.Duration;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.State;

/** Something that happened, of which a timeline is made. Times are those since its beginning. */
public sealed interface Happening {

  /** {@return when, as time since the beginning} */
  Duration at();

  /**
   * An event was emitted, and jobs see it now. Most sources don't tell this, but only {@link
   * Finished}.
   *
   * @param at when
   * @param event the event
   * @param isFromOutside whether neither Upstart nor a job's process emitted it
   */
  record Emitted(Duration at, Event event, boolean isFromOutside) implements Happening {}

  /**
   * An event has come to its end: all that it set off has happened.
   *
   * @param at when
   * @param event the event
   */
  record Finished(Duration at, Event event) implements Happening {}

  /**
   * What was or is happening is not known for a while.
   *
   * @param at when this was noticed
   * @param reason why, for people
   */
  record Gap(Duration at, String reason) implements Happening {}

  /** Something that happened to an instance of a job. */
  sealed interface OfInstance extends Happening {

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
   * A process has ended.
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
   * @param status how its process ended; {@link ExitStatus#SUCCESS} if it was respawned too fast
   */
  record Failed(Duration at, String job, String instance, ExitStatus status)
      implements OfInstance {}
}
