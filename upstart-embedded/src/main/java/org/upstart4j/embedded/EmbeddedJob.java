package org.upstart4j.embedded;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.Wait;
import org.upstart4j.embedded.internal.command.Commands;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition;

/** A job of the engine, by its name. */
record EmbeddedJob(Upstart upstart, EngineCalls calls, String name) implements Job {

  private Commands commands() {
    return calls.commands();
  }

  private <T> T definition(Function<JobDefinition, T> part) {
    return part.apply(calls.call(() -> commands().definition(name)));
  }

  @Override
  public Optional<String> description() {
    return definition(JobDefinition::description);
  }

  @Override
  public Optional<String> author() {
    return definition(JobDefinition::author);
  }

  @Override
  public Optional<String> version() {
    return definition(JobDefinition::version);
  }

  @Override
  public Optional<String> usage() {
    return definition(JobDefinition::usage);
  }

  @Override
  public List<String> emits() {
    return definition(JobDefinition::emits);
  }

  @Override
  public Optional<EventExpression> startOn() {
    return definition(JobDefinition::startOn);
  }

  @Override
  public Optional<EventExpression> stopOn() {
    return definition(JobDefinition::stopOn);
  }

  @Override
  public List<Instance> instances() {
    return calls.call(() -> commands().instances(name)).stream().map(this::named).toList();
  }

  private Instance named(String instance) {
    return new EmbeddedInstance(this, instance);
  }

  @Override
  public Instance instance(String instance) {
    calls.call(() -> commands().status(name, instance));
    return named(instance);
  }

  @Override
  public Instance instance(Environment environment) {
    return named(calls.call(() -> commands().find(name, environment)));
  }

  @Override
  public Instance start(Environment environment, Wait wait) {
    return named(
        calls.<String>await(
            wait,
            "the start of " + name,
            reply -> commands().start(name, environment, wait.waits(), reply)));
  }

  @Override
  public void stop(Environment environment, Wait wait) {
    calls.<@Nullable Void>await(
        wait,
        "the stop of " + name,
        reply -> commands().stop(name, environment, wait.waits(), reply));
  }

  @Override
  public Instance restart(Environment environment, Wait wait) {
    return named(
        calls.<String>await(
            wait,
            "the restart of " + name,
            reply -> commands().restart(name, environment, wait.waits(), reply)));
  }

  @Override
  public CompletableFuture<Instance> startAsync(Environment environment) {
    return calls
        .<String>later(reply -> commands().start(name, environment, true, reply))
        .thenApply(this::named);
  }

  @Override
  public CompletableFuture<@Nullable Void> stopAsync(Environment environment) {
    return calls.later(reply -> commands().stop(name, environment, true, reply));
  }

  @Override
  public CompletableFuture<Instance> restartAsync(Environment environment) {
    return calls
        .<String>later(reply -> commands().restart(name, environment, true, reply))
        .thenApply(this::named);
  }

  @Override
  public JobStatus status(Environment environment) {
    return calls.call(() -> commands().status(name, environment));
  }

  @Override
  public String toString() {
    return name;
  }
}
