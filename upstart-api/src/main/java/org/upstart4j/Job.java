package org.upstart4j;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventExpression;

/**
 * A job that was there when it was asked for. Thread-safe.
 *
 * <pre>{@code
 * Job web = upstart.job("web");
 * Instance instance = web.start(Environment.of("PORT", "8080"), Wait.atMost(Duration.ofSeconds(30)));
 * web.stop(Environment.of("PORT", "8080"));
 * }</pre>
 *
 * <p>The environment that the methods take picks the instance: it must hold the variables that the
 * job's {@code instance} stanza names. A started job gets all of it. Without an environment a
 * method is about the only instance. Without a {@link Wait} it waits for as long as it takes.
 *
 * <p>Every method throws {@link UpstartUnavailableException} if Upstart cannot be reached, {@link
 * UnknownJobException} if the job has gone, and those that change something {@link
 * PermissionDeniedException} if the caller may not do it.
 */
public interface Job {

  /** {@return the Upstart that it belongs to} */
  Upstart upstart();

  /** {@return its name: the path of its file in the folder of jobs, without {@code .conf}} */
  String name();

  /**
   * Tells what it is for.
   *
   * @return the text of its {@code description} stanza, or nothing
   * @throws UnsupportedCapabilityException without {@link Capability#DESCRIPTION}
   */
  Optional<String> description();

  /**
   * Tells who wrote it.
   *
   * @return the text of its {@code author} stanza, or nothing
   * @throws UnsupportedCapabilityException without {@link Capability#DESCRIPTION}
   */
  Optional<String> author();

  /**
   * Tells its version.
   *
   * @return the text of its {@code version} stanza, or nothing
   * @throws UnsupportedCapabilityException without {@link Capability#DESCRIPTION}
   */
  Optional<String> version();

  /** {@return how it is used: the text of its {@code usage} stanza, or nothing} */
  Optional<String> usage();

  /** {@return the names of the events that it says it emits, which may hold glob characters} */
  List<String> emits();

  /** {@return the condition that starts it, or nothing if only {@link #start()} does} */
  Optional<EventExpression> startOn();

  /** {@return the condition that stops it, or nothing if only {@link #stop()} does} */
  Optional<EventExpression> stopOn();

  /** {@return all instances, in Upstart's order} */
  List<Instance> instances();

  /**
   * Finds an instance by its name.
   *
   * @param name the name; empty if the job has only one
   * @return the instance
   * @throws UnknownInstanceException if there is none
   */
  Instance instance(String name);

  /**
   * Finds the instance that an environment means.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return the instance
   * @throws UnknownInstanceException if there is none
   * @throws UnknownParameterException if a variable is missing
   */
  Instance instance(Environment environment);

  /**
   * Tells how the only instance stands.
   *
   * @return its status; {@code stop/waiting} if it isn't there
   * @throws UnknownParameterException if the job has named instances
   */
  default JobStatus status() {
    return status(Environment.EMPTY);
  }

  /**
   * Tells how an instance stands.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return its status; {@code stop/waiting} without an instance's name if it isn't there
   * @throws UnknownParameterException if a variable is missing
   */
  default JobStatus status(Environment environment) {
    try {
      return instance(environment).status();
    } catch (UnknownInstanceException gone) {
      return JobStatus.notRunning(name());
    }
  }

  /**
   * Starts it, and waits until it runs, or has ended if it is a task.
   *
   * @return the instance
   * @throws AlreadyStartedException if its goal is start already
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails
   */
  default Instance start() {
    return start(Environment.EMPTY);
  }

  /**
   * Starts it.
   *
   * @param wait how long to wait until it runs, or has ended if it is a task
   * @return the instance, which may have gone again
   * @throws AlreadyStartedException if its goal is start already
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance start(Wait wait) {
    return start(Environment.EMPTY, wait);
  }

  /**
   * Starts an instance, and waits until it runs, or has ended if it is a task.
   *
   * @param environment what it gets beside its own variables
   * @return the instance
   * @throws AlreadyStartedException if its goal is start already
   * @throws UnknownParameterException if a variable of the {@code instance} stanza is missing
   * @throws JobFailedException if it fails
   */
  default Instance start(Environment environment) {
    return start(environment, Wait.FOREVER);
  }

  /**
   * Starts an instance.
   *
   * @param environment what it gets beside its own variables
   * @param wait how long to wait until it runs, or has ended if it is a task
   * @return the instance, which may have gone again
   * @throws AlreadyStartedException if its goal is start already
   * @throws UnknownParameterException if a variable of the {@code instance} stanza is missing
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  Instance start(Environment environment, Wait wait);

  /**
   * Stops the only instance, and waits until it has stopped.
   *
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop already
   * @throws JobFailedException if it fails
   */
  default void stop() {
    stop(Environment.EMPTY);
  }

  /**
   * Stops the only instance.
   *
   * @param wait how long to wait until it has stopped
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop already
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default void stop(Wait wait) {
    stop(Environment.EMPTY, wait);
  }

  /**
   * Stops an instance, and waits until it has stopped.
   *
   * @param environment the variables of the {@code instance} stanza; its pre-stop and post-stop
   *     processes get all of it
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop already
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   */
  default void stop(Environment environment) {
    stop(environment, Wait.FOREVER);
  }

  /**
   * Stops an instance.
   *
   * @param environment the variables of the {@code instance} stanza
   * @param wait how long to wait until it has stopped
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop already
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  void stop(Environment environment, Wait wait);

  /**
   * Stops and starts the only instance, and waits until it runs again.
   *
   * @return the instance
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop
   * @throws JobFailedException if it fails
   */
  default Instance restart() {
    return restart(Environment.EMPTY);
  }

  /**
   * Stops and starts the only instance.
   *
   * @param wait how long to wait until it runs again
   * @return the instance
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance restart(Wait wait) {
    return restart(Environment.EMPTY, wait);
  }

  /**
   * Stops and starts an instance, and waits until it runs again.
   *
   * @param environment the variables of the {@code instance} stanza, and what it gets from now on
   * @return the instance
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   */
  default Instance restart(Environment environment) {
    return restart(environment, Wait.FOREVER);
  }

  /**
   * Stops and starts an instance with the configuration that it was started with, even if its file
   * has changed since; for the new one see {@link #restartFresh}.
   *
   * @param environment the variables of the {@code instance} stanza, and what it gets from now on
   * @param wait how long to wait until it runs again
   * @return the instance
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  Instance restart(Environment environment, Wait wait);

  /**
   * Starts it.
   *
   * @return completes when it runs, or has ended if it is a task; fails as {@link #start(Wait)}
   *     does
   */
  default CompletableFuture<Instance> startAsync() {
    return startAsync(Environment.EMPTY);
  }

  /**
   * Starts an instance.
   *
   * @param environment what it gets beside its own variables
   * @return completes when it runs, or has ended if it is a task; fails as {@link
   *     #start(Environment, Wait)} does
   */
  CompletableFuture<Instance> startAsync(Environment environment);

  /**
   * Stops the only instance.
   *
   * @return completes when it has stopped; fails as {@link #stop(Wait)} does
   */
  default CompletableFuture<@Nullable Void> stopAsync() {
    return stopAsync(Environment.EMPTY);
  }

  /**
   * Stops an instance.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return completes when it has stopped; fails as {@link #stop(Environment, Wait)} does
   */
  CompletableFuture<@Nullable Void> stopAsync(Environment environment);

  /**
   * Stops and starts the only instance.
   *
   * @return completes when it runs again; fails as {@link #restart(Wait)} does
   */
  default CompletableFuture<Instance> restartAsync() {
    return restartAsync(Environment.EMPTY);
  }

  /**
   * Stops and starts an instance.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return completes when it runs again; fails as {@link #restart(Environment, Wait)} does
   */
  CompletableFuture<Instance> restartAsync(Environment environment);

  /**
   * Sends the reload signal to the main process of the only instance.
   *
   * @throws UnknownInstanceException if it isn't there
   * @throws NotRunningException if it has no main process
   */
  default void reload() {
    reload(Environment.EMPTY);
  }

  /**
   * Sends the reload signal to the main process of an instance.
   *
   * @param environment the variables of the {@code instance} stanza
   * @throws UnknownInstanceException if it isn't there
   * @throws UnknownParameterException if a variable is missing
   * @throws NotRunningException if it has no main process
   */
  default void reload(Environment environment) {
    instance(environment).reload();
  }

  /**
   * Makes sure that it runs: starts it unless its goal is start already, and waits until it runs.
   *
   * @return the instance
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails, or stops instead
   */
  default Instance ensureRunning() {
    return ensureRunning(Environment.EMPTY);
  }

  /**
   * Makes sure that it runs: starts it unless its goal is start already.
   *
   * @param wait how long to wait until it runs
   * @return the instance
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails, or stops instead
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance ensureRunning(Wait wait) {
    return ensureRunning(Environment.EMPTY, wait);
  }

  /**
   * Makes sure that an instance runs: starts it unless its goal is start already, and waits until
   * it runs.
   *
   * @param environment what it gets if it has to be started
   * @return the instance
   * @throws UnknownParameterException if a variable of the {@code instance} stanza is missing
   * @throws JobFailedException if it fails, or stops instead
   */
  default Instance ensureRunning(Environment environment) {
    return ensureRunning(environment, Wait.FOREVER);
  }

  /**
   * Makes sure that an instance runs: starts it unless its goal is start already.
   *
   * @param environment what it gets if it has to be started
   * @param wait how long to wait until it runs
   * @return the instance
   * @throws UnknownParameterException if a variable of the {@code instance} stanza is missing
   * @throws JobFailedException if it fails, or stops instead
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance ensureRunning(Environment environment, Wait wait) {
    return Ensuring.running(this, environment, wait);
  }

  /**
   * Makes sure that the only instance runs and stays up; see {@link
   * #ensureStaysRunning(Environment, Duration, Wait)}.
   *
   * @param stays how long it has to run without a break
   * @param wait how long to wait for that, the start included
   * @return the instance
   * @throws IllegalArgumentException if the time is negative
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails, or stops meanwhile
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance ensureStaysRunning(Duration stays, Wait wait) {
    return ensureStaysRunning(Environment.EMPTY, stays, wait);
  }

  /**
   * Makes sure that an instance runs and stays up: starts it unless its goal is start already, and
   * waits until it has run for some time without a break, with the same main process. A respawn or
   * a restart begins the time anew. A job that ran before is watched for as long, too.
   *
   * @param environment what it gets if it has to be started
   * @param stays how long it has to run without a break
   * @param wait how long to wait for that, the start included; {@link Wait#NO_WAIT} only has it
   *     started
   * @return the instance
   * @throws IllegalArgumentException if the time is negative
   * @throws UnknownParameterException if a variable of the {@code instance} stanza is missing
   * @throws JobFailedException if it fails, or stops meanwhile; where there are signals ({@link
   *     Capability#SIGNALS}) it says how often it was respawned before, and which process is why
   * @throws UpstartTimeoutException if that takes longer than the wait allows; it says how long the
   *     instance had stayed up
   */
  default Instance ensureStaysRunning(Environment environment, Duration stays, Wait wait) {
    return Ensuring.staying(this, environment, stays, wait);
  }

  /**
   * Makes sure that the only instance does not run: stops it unless its goal is stop already, and
   * waits until it has gone.
   *
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails
   */
  default void ensureStopped() {
    ensureStopped(Environment.EMPTY);
  }

  /**
   * Makes sure that the only instance does not run: stops it unless its goal is stop already.
   *
   * @param wait how long to wait until it has gone
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default void ensureStopped(Wait wait) {
    ensureStopped(Environment.EMPTY, wait);
  }

  /**
   * Makes sure that an instance does not run: stops it unless its goal is stop already, and waits
   * until it has gone.
   *
   * @param environment the variables of the {@code instance} stanza
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   */
  default void ensureStopped(Environment environment) {
    ensureStopped(environment, Wait.FOREVER);
  }

  /**
   * Makes sure that an instance does not run: stops it unless its goal is stop already.
   *
   * @param environment the variables of the {@code instance} stanza
   * @param wait how long to wait until it has gone
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default void ensureStopped(Environment environment, Wait wait) {
    Ensuring.stopped(this, environment, wait);
  }

  /**
   * Stops the only instance if it runs, starts it with the configuration that its file has now, and
   * waits until it runs.
   *
   * @return the instance
   * @throws UnknownParameterException if it has named instances
   * @throws JobFailedException if it fails
   */
  default Instance restartFresh() {
    return restartFresh(Environment.EMPTY, Wait.FOREVER);
  }

  /**
   * Stops an instance if it runs, and starts it with the configuration that its file has now.
   *
   * @param environment what it gets beside its own variables
   * @param wait how long to wait until it runs; {@link Wait#NO_WAIT} waits until it has stopped, as
   *     it cannot be started before
   * @return the instance
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance restartFresh(Environment environment, Wait wait) {
    return Ensuring.restarted(this, environment, wait);
  }

  /**
   * Waits until the only instance has that goal and state.
   *
   * @param goal the goal
   * @param state the state; the job counts as {@code stop/waiting} while it has no instance
   * @param limit how long to wait at most
   * @return the status that it had
   * @throws IllegalArgumentException if the limit is negative
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Goal goal, State state, Duration limit) {
    return await(goal, state, Wait.atMost(limit));
  }

  /**
   * Waits until the only instance has that goal and state.
   *
   * @param goal the goal
   * @param state the state; the job counts as {@code stop/waiting} while it has no instance
   * @param wait how long to wait; {@link Wait#NO_WAIT} looks once
   * @return the status that it had
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Goal goal, State state, Wait wait) {
    return await(Environment.EMPTY, goal, state, wait);
  }

  /**
   * Waits until an instance has that goal and state. It need not be there yet.
   *
   * @param environment the variables of the {@code instance} stanza
   * @param goal the goal
   * @param state the state; {@code stop/waiting} while there is no such instance
   * @param limit how long to wait at most
   * @return the status that it had
   * @throws IllegalArgumentException if the limit is negative
   * @throws UnknownParameterException if a variable is missing
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Environment environment, Goal goal, State state, Duration limit) {
    return await(environment, goal, state, Wait.atMost(limit));
  }

  /**
   * Waits until an instance has that goal and state. It need not be there yet.
   *
   * @param environment the variables of the {@code instance} stanza
   * @param goal the goal
   * @param state the state; {@code stop/waiting} while there is no such instance
   * @param wait how long to wait; {@link Wait#NO_WAIT} looks once
   * @return the status that it had
   * @throws UnknownParameterException if a variable is missing
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Environment environment, Goal goal, State state, Wait wait) {
    return Ensuring.reached(this, environment, goal, state, wait);
  }
}
