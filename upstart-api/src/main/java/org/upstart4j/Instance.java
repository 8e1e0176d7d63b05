package org.upstart4j;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a job that was there when it was asked for. It may go at any time, as it does when
 * it stops; then every method throws {@link UnknownInstanceException}. Thread-safe.
 *
 * <p>Every method throws {@link UpstartUnavailableException} if Upstart cannot be reached.
 */
public interface Instance {

  /**
   * Returns the job that it belongs to.
   *
   * @return the job
   */
  Job job();

  /**
   * Returns its name: what the job's {@code instance} stanza came to.
   *
   * @return the name; empty if the job has only one instance
   */
  String name();

  /**
   * Returns its goal, state and processes at one moment.
   *
   * @return the status
   */
  JobStatus status();

  /**
   * Returns its goal.
   *
   * @return the goal
   */
  default Goal goal() {
    return status().goal();
  }

  /**
   * Returns its state.
   *
   * @return the state
   */
  default State state() {
    return status().state();
  }

  /**
   * Returns its processes that run now.
   *
   * @return the processes, main first
   */
  default List<JobProcess> processes() {
    return status().processes();
  }

  /**
   * Starts it again while it is stopping, and waits until it runs.
   *
   * @throws AlreadyStartedException if its goal is start already
   * @throws JobFailedException if it fails
   */
  default void start() {
    start(Wait.FOREVER);
  }

  /**
   * Starts it again while it is stopping.
   *
   * @param wait how long to wait until it runs, or has ended if it is a task
   * @throws AlreadyStartedException if its goal is start already
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  void start(Wait wait);

  /**
   * Stops it, and waits until it has stopped.
   *
   * @throws AlreadyStoppedException if its goal is stop already
   * @throws JobFailedException if it fails
   */
  default void stop() {
    stop(Wait.FOREVER);
  }

  /**
   * Stops it.
   *
   * @param wait how long to wait until it has stopped
   * @throws AlreadyStoppedException if its goal is stop already
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  void stop(Wait wait);

  /**
   * Stops and starts it with the configuration that it has, and waits until it runs.
   *
   * @throws AlreadyStoppedException if its goal is stop
   * @throws JobFailedException if it fails
   */
  default void restart() {
    restart(Wait.FOREVER);
  }

  /**
   * Stops and starts it with the configuration that it has, even if its file has changed since.
   *
   * @param wait how long to wait until it runs again
   * @throws AlreadyStoppedException if its goal is stop
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  void restart(Wait wait);

  /**
   * Starts it again while it is stopping.
   *
   * @return done when it runs, or has ended if it is a task; fails as {@link #start(Wait)} does
   */
  CompletionStage<@Nullable Void> startAsync();

  /**
   * Stops it.
   *
   * @return done when it has stopped; fails as {@link #stop(Wait)} does
   */
  CompletionStage<@Nullable Void> stopAsync();

  /**
   * Stops and starts it.
   *
   * @return done when it runs again; fails as {@link #restart(Wait)} does
   */
  CompletionStage<@Nullable Void> restartAsync();

  /**
   * Sends the reload signal to its main process.
   *
   * @throws NotRunningException if it has no main process
   */
  void reload();

  /**
   * Returns its variables.
   *
   * @return the variables of this instance
   */
  default JobEnvironment environment() {
    return job().upstart().environment(job().name(), name());
  }

  /**
   * Waits until it has that goal and state. States through which it only passes may be missed where
   * there are no signals ({@link Capability#SIGNALS}).
   *
   * @param goal the goal
   * @param state the state
   * @param wait how long to wait; {@link Wait#NO_WAIT} looks once
   * @return the status that it had
   * @throws UnknownInstanceException if it goes before, unless that is what was waited for: {@code
   *     stop/waiting}
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Goal goal, State state, Wait wait) {
    return Awaiting.await(this, goal, state, wait);
  }
}
