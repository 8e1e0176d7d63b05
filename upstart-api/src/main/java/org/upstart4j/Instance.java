package org.upstart4j;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a job that was there when it was asked for. It may go at any time, as it does when
 * it stops; then every method throws {@link UnknownInstanceException}. Thread-safe.
 *
 * <p>Every method throws {@link UpstartUnavailableException} if Upstart cannot be reached.
 */
public interface Instance {

  /** {@return the job that it belongs to} */
  Job job();

  /**
   * {@return its name: what the job's {@code instance} stanza came to; empty if the job has only
   * one instance}
   */
  String name();

  /** {@return its goal, state and processes at one moment} */
  JobStatus status();

  /** {@return its goal} */
  default Goal goal() {
    return status().goal();
  }

  /** {@return its state} */
  default State state() {
    return status().state();
  }

  /** {@return its processes that run now, main first} */
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
   * @return completes when it runs, or has ended if it is a task; fails as {@link #start(Wait)}
   *     does
   */
  CompletableFuture<@Nullable Void> startAsync();

  /**
   * Stops it.
   *
   * @return completes when it has stopped; fails as {@link #stop(Wait)} does
   */
  CompletableFuture<@Nullable Void> stopAsync();

  /**
   * Stops and starts it.
   *
   * @return completes when it runs again; fails as {@link #restart(Wait)} does
   */
  CompletableFuture<@Nullable Void> restartAsync();

  /**
   * Sends the reload signal to its main process.
   *
   * @throws NotRunningException if it has no main process
   */
  void reload();

  /** {@return its variables} */
  default JobEnvironment environment() {
    return job().upstart().environment(job().name(), name());
  }

  /**
   * Waits until it has that goal and state.
   *
   * @param goal the goal
   * @param state the state
   * @param limit how long to wait at most
   * @return the status that it had
   * @throws IllegalArgumentException if the limit is negative
   * @throws UnknownInstanceException if it goes before, unless that is what was waited for: {@code
   *     stop/waiting}
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Goal goal, State state, Duration limit) {
    return await(goal, state, Wait.atMost(limit));
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
    return Ensuring.reached(this, goal, state, wait);
  }

  /**
   * Waits until it has stayed up: it has run for some time without a break, with the same main
   * process. A respawn or a restart begins the time anew. Nothing is started; what does that, too,
   * is {@link Job#ensureStaysRunning(Environment, Duration, Wait)}.
   *
   * @param stays how long it has to run without a break
   * @param wait how long to wait for that; {@link Wait#NO_WAIT} does nothing
   * @throws IllegalArgumentException if the time is negative
   * @throws JobFailedException if it stops meanwhile, or has gone
   * @throws UpstartTimeoutException if that takes longer than the wait allows; it says how long it
   *     had stayed up
   */
  default void awaitStaysRunning(Duration stays, Wait wait) {
    Ensuring.stays(this, stays, wait);
  }
}
