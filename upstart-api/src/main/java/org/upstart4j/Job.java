package org.upstart4j;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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
 * job's {@code instance} stanza names. A started job gets all of it.
 *
 * <p>Every method throws {@link UpstartUnavailableException} if Upstart cannot be reached, {@link
 * UnknownJobException} if the job has gone, and those that change something {@link
 * PermissionDeniedException} if the caller may not do it.
 */
public interface Job {

  /**
   * Returns the Upstart that it belongs to.
   *
   * @return the Upstart
   */
  Upstart upstart();

  /**
   * Returns its name: the path of its file in the folder of jobs, without {@code .conf}.
   *
   * @return the name
   */
  String name();

  /**
   * Returns what it is for.
   *
   * @return the text of its {@code description} stanza, or nothing
   * @throws UnsupportedCapabilityException without {@link Capability#DESCRIPTION}
   */
  Optional<String> description();

  /**
   * Returns who wrote it.
   *
   * @return the text of its {@code author} stanza, or nothing
   * @throws UnsupportedCapabilityException without {@link Capability#DESCRIPTION}
   */
  Optional<String> author();

  /**
   * Returns its version.
   *
   * @return the text of its {@code version} stanza, or nothing
   * @throws UnsupportedCapabilityException without {@link Capability#DESCRIPTION}
   */
  Optional<String> version();

  /**
   * Returns how it is used.
   *
   * @return the text of its {@code usage} stanza, or nothing
   */
  Optional<String> usage();

  /**
   * Returns the events that it says it emits.
   *
   * @return their names, which may hold glob characters
   */
  List<String> emits();

  /**
   * Returns what starts it.
   *
   * @return the condition, or nothing if only {@link #start()} does
   */
  Optional<EventExpression> startOn();

  /**
   * Returns what stops it.
   *
   * @return the condition, or nothing if only {@link #stop()} does
   */
  Optional<EventExpression> stopOn();

  /**
   * Returns its instances.
   *
   * @return all instances, in Upstart's order
   */
  List<Instance> instances();

  /**
   * Returns the instance of that name.
   *
   * @param name the name; empty if the job has only one
   * @return the instance
   * @throws UnknownInstanceException if there is none
   */
  Instance instance(String name);

  /**
   * Returns the instance that an environment means.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return the instance
   * @throws UnknownInstanceException if there is none
   * @throws UnknownParameterException if a variable is missing
   */
  Instance instance(Environment environment);

  /**
   * Returns how the only instance stands.
   *
   * @return its status; {@code stop/waiting} if it isn't there
   * @throws UnknownParameterException if the job has named instances
   */
  default JobStatus status() {
    return status(Environment.EMPTY);
  }

  /**
   * Returns how an instance stands.
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
   * Stops and starts the only instance, and waits until it runs.
   *
   * @return the instance
   * @throws UnknownInstanceException if it doesn't run
   * @throws AlreadyStoppedException if its goal is stop
   * @throws JobFailedException if it fails
   */
  default Instance restart() {
    return restart(Environment.EMPTY, Wait.FOREVER);
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
   * Starts an instance.
   *
   * @param environment what it gets beside its own variables
   * @return done when it runs, or has ended if it is a task; fails as {@link #start(Environment,
   *     Wait)} does
   */
  CompletionStage<Instance> startAsync(Environment environment);

  /**
   * Stops an instance.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return done when it has stopped; fails as {@link #stop(Environment, Wait)} does
   */
  CompletionStage<@Nullable Void> stopAsync(Environment environment);

  /**
   * Stops and starts an instance.
   *
   * @param environment the variables of the {@code instance} stanza
   * @return done when it runs again; fails as {@link #restart(Environment, Wait)} does
   */
  CompletionStage<Instance> restartAsync(Environment environment);

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
   * Sees to it that an instance runs: starts it, unless its goal is start already; then this waits
   * until it runs.
   *
   * @param environment what it gets if it has to be started
   * @param wait how long to wait
   * @return the instance
   * @throws UnknownParameterException if a variable of the {@code instance} stanza is missing
   * @throws JobFailedException if it fails, or stops instead
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default Instance ensureRunning(Environment environment, Wait wait) {
    return Ensuring.running(this, environment, wait);
  }

  /**
   * Sees to it that an instance does not run: stops it unless its goal is stop already, and waits
   * until it has gone.
   *
   * @param environment the variables of the {@code instance} stanza
   * @param wait how long to wait
   * @throws UnknownParameterException if a variable is missing
   * @throws JobFailedException if it fails
   * @throws UpstartTimeoutException if that takes longer than the wait allows
   */
  default void ensureStopped(Environment environment, Wait wait) {
    Ensuring.stopped(this, environment, wait);
  }

  /**
   * Stops an instance if it runs, and starts it with the configuration that its file has now.
   *
   * @param environment what it gets beside its own variables
   * @param wait how long to wait until it runs; {@link Wait#NO_WAIT} waits until it has stopped, as
   *     it could not be started before
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
   * @param wait how long to wait; {@link Wait#NO_WAIT} looks once
   * @return the status that it had
   * @throws UnknownParameterException if a variable is missing
   * @throws UpstartTimeoutException if it hasn't come to that in time
   */
  default JobStatus await(Environment environment, Goal goal, State state, Wait wait) {
    return Awaiting.of(this, environment).until(goal, state, wait);
  }
}
