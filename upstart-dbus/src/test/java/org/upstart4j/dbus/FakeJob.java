package org.upstart4j.dbus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.Deadline;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UpstartError;
import org.upstart4j.Wait;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/** A job that starts and stops at once, unless it is held. */
final class FakeJob implements Job {

  private final FakeUpstart upstart;
  private final String name;
  private final Map<String, FakeInstance> instances = new LinkedHashMap<>();
  private String variable = "";
  private Optional<CompletableFuture<Void>> hold = Optional.empty();
  private boolean fails;

  FakeJob(FakeUpstart upstart, String name) {
    this.upstart = upstart;
    this.name = name;
  }

  /** Gives it an instance stanza: {@code $VARIABLE}. */
  FakeJob per(String instanceVariable) {
    variable = instanceVariable;
    return this;
  }

  /** Lets what it does next wait until the result is completed. */
  CompletableFuture<Void> hold() {
    CompletableFuture<Void> until = new CompletableFuture<>();
    hold = Optional.of(until);
    return until;
  }

  FakeJob failing() {
    fails = true;
    return this;
  }

  @Override
  public FakeUpstart upstart() {
    return upstart;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> description() {
    return Optional.of("The job " + name);
  }

  @Override
  public Optional<String> author() {
    return Optional.empty();
  }

  @Override
  public Optional<String> version() {
    return Optional.empty();
  }

  @Override
  public Optional<String> usage() {
    return variable.isEmpty() ? Optional.empty() : Optional.of(variable + "=VALUE");
  }

  @Override
  public List<String> emits() {
    return List.of("done");
  }

  @Override
  public Optional<EventExpression> startOn() {
    return Optional.of(
        EventMatch.of("a").and(EventMatch.of("b").or(EventMatch.of("starting", "c", "K=V"))));
  }

  @Override
  public Optional<EventExpression> stopOn() {
    return Optional.empty();
  }

  @Override
  public List<Instance> instances() {
    synchronized (upstart) {
      return List.copyOf(instances.values());
    }
  }

  List<JobStatus> statuses() {
    return instances.isEmpty()
        ? List.of(JobStatus.notRunning(name))
        : instances.values().stream().map(FakeInstance::status).toList();
  }

  @Override
  public FakeInstance instance(String instance) {
    synchronized (upstart) {
      upstart.job(name);
      FakeInstance found = instances.get(instance);
      if (found == null) {
        throw new UnknownInstanceException(name, instance);
      }
      return found;
    }
  }

  @Override
  public FakeInstance instance(Environment environment) {
    return instance(instanceName(environment));
  }

  private String instanceName(Environment environment) {
    return variable.isEmpty()
        ? ""
        : environment
            .get(variable)
            .orElseThrow(
                () ->
                    new UnknownParameterException(
                        new UpstartError(
                            UpstartError.DBUS + "InvalidArgs", "Unknown parameter: " + variable),
                        name));
  }

  @Override
  public Instance start(Environment environment, Wait wait) {
    FakeInstance instance = begin(environment);
    CompletableFuture<Void> running = instance.run();
    if (wait.waits()) {
      Deadline.of(wait).await(running, "the start");
    }
    return instance;
  }

  private FakeInstance begin(Environment environment) {
    synchronized (upstart) {
      String instance = instanceName(environment);
      if (instances.containsKey(instance)) {
        throw new AlreadyStartedException(name, instance);
      }
      FakeInstance started = new FakeInstance(this, instance);
      instances.put(instance, started);
      upstart.listeners.tell(listener -> listener.instanceAdded(name, instance));
      started.change(Goal.START);
      started.change(State.STARTING);
      return started;
    }
  }

  /** What a change of an instance waits for. */
  CompletableFuture<Void> change() {
    synchronized (upstart) {
      if (fails) {
        return CompletableFuture.failedFuture(
            new JobFailedException(
                new UpstartError(UpstartError.UPSTART + "JobFailed", "Job failed to start"),
                name,
                ""));
      }
      CompletableFuture<Void> until = hold.orElse(CompletableFuture.completedFuture(null));
      hold = Optional.empty();
      return until;
    }
  }

  void forget(FakeInstance instance) {
    synchronized (upstart) {
      instances.remove(instance.name());
      upstart.listeners.tell(listener -> listener.instanceRemoved(name, instance.name()));
    }
  }

  @Override
  public void stop(Environment environment, Wait wait) {
    instance(environment).stop(wait);
  }

  @Override
  public Instance restart(Environment environment, Wait wait) {
    FakeInstance instance = instance(environment);
    if (instance.goal().equals(Goal.STOP)) {
      throw new AlreadyStoppedException(name, instance.name());
    }
    instance.restart(wait);
    return instance;
  }

  @Override
  public CompletableFuture<Instance> startAsync(Environment environment) {
    FakeInstance instance = begin(environment);
    return instance.run().thenApply(running -> instance);
  }

  @Override
  public CompletableFuture<Void> stopAsync(Environment environment) {
    return instance(environment).stopAsync();
  }

  @Override
  public CompletableFuture<Instance> restartAsync(Environment environment) {
    FakeInstance instance = instance(environment);
    return instance.restartAsync().thenApply(running -> instance);
  }
}
