package org.upstart4j.initctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Wait;
import org.upstart4j.event.EventExpression;
import org.upstart4j.initctl.internal.ConfigOutput;
import org.upstart4j.initctl.internal.StatusOutput;
import org.upstart4j.spi.UpstartErrors;

/** A job that an initctl controls. */
record InitctlJob(InitctlUpstart upstart, String name) implements Job {

  private static final String USAGE = "Usage: ";

  private InitctlProgram initctl() {
    return upstart.initctl();
  }

  InitctlRequest request(String command, String... options) {
    return InitctlRequest.of(command, options)
        .argument(name, "A job's name")
        .failing(error -> UpstartErrors.ofJob(error, name));
  }

  /** A command on the instance of that name, which initctl reads only from its environment. */
  InitctlRequest inside(String command, String instance) {
    return InitctlRequest.of(command)
        .inside(name, instance)
        .failing(error -> UpstartErrors.ofInstance(error, name, instance));
  }

  @Override
  public Optional<String> description() {
    throw undescribed();
  }

  @Override
  public Optional<String> author() {
    throw undescribed();
  }

  @Override
  public Optional<String> version() {
    throw undescribed();
  }

  private static UnsupportedCapabilityException undescribed() {
    return new UnsupportedCapabilityException(
        Capability.DESCRIPTION, "initctl does not tell it; use D-Bus, or read the job file");
  }

  @Override
  public Optional<String> usage() {
    return initctl().ask(request("usage").needing(Capability.USAGE), InitctlJob::usage);
  }

  private static Optional<String> usage(String output) {
    if (!output.startsWith(USAGE)) {
      throw new IllegalArgumentException("No usage");
    }
    return Optional.of(StatusOutput.withoutLineEnd(output.substring(USAGE.length())))
        .filter(text -> !text.isEmpty());
  }

  @Override
  public List<String> emits() {
    return config(Capability.EMITS).emits();
  }

  @Override
  public Optional<EventExpression> startOn() {
    return config(Capability.CONDITIONS).startOn();
  }

  @Override
  public Optional<EventExpression> stopOn() {
    return config(Capability.CONDITIONS).stopOn();
  }

  private ConfigOutput config(Capability capability) {
    return initctl()
        .ask(
            request("show-config").needing(capability), output -> ConfigOutput.parse(output, name));
  }

  @Override
  public List<Instance> instances() {
    List<JobStatus> statuses =
        initctl().ask(InitctlRequest.of("list"), output -> StatusOutput.of(output, name));
    if (statuses.isEmpty()) {
      throw new UnknownJobException(name);
    }
    List<Instance> instances = new ArrayList<>();
    for (JobStatus status : statuses) {
      if (!status.equals(JobStatus.notRunning(name))) {
        instances.add(new InitctlInstance(this, status.instance(), null));
      }
    }
    return instances;
  }

  @Override
  public Instance instance(String instance) {
    InitctlInstance found = new InitctlInstance(this, instance, null);
    found.status();
    return found;
  }

  @Override
  public Instance instance(Environment environment) {
    JobStatus status = ask(environment);
    if (status.equals(JobStatus.notRunning(name))) {
      throw new UnknownInstanceException(name, "");
    }
    return new InitctlInstance(this, status.instance(), null);
  }

  private JobStatus ask(Environment environment) {
    return initctl()
        .ask(request("status").arguments(environment), output -> StatusOutput.only(output, name));
  }

  @Override
  public JobStatus status(Environment environment) {
    try {
      return ask(environment);
    } catch (UnknownInstanceException gone) {
      return JobStatus.notRunning(name);
    }
  }

  private InitctlRequest change(String command, Environment environment, boolean wait) {
    return request(command, wait ? new String[0] : new String[] {"--no-wait"})
        .arguments(environment);
  }

  private Instance changed(String output, Environment environment) {
    return new InitctlInstance(this, StatusOutput.only(output, name).instance(), environment);
  }

  @Override
  public Instance start(Environment environment, Wait wait) {
    return changed(change("start", environment, wait.waits()), environment, wait);
  }

  private Instance changed(InitctlRequest change, Environment environment, Wait wait) {
    return initctl().ask(change, initctl().answering(wait), output -> changed(output, environment));
  }

  @Override
  public void stop(Environment environment, Wait wait) {
    stop(change("stop", environment, wait.waits()), initctl().answering(wait));
  }

  /** A job without a file goes with its last instance; then initctl can't show its status. */
  void stop(InitctlRequest request, Wait wait) {
    try {
      initctl().tell(request, wait);
    } catch (UnknownJobException gone) {
      if (!gone.error().map(UpstartErrors::saysUnknown).orElse(false)) {
        throw gone;
      }
    }
  }

  @Override
  public Instance restart(Environment environment, Wait wait) {
    return changed(change("restart", environment, wait.waits()), environment, wait);
  }

  @Override
  public CompletableFuture<Instance> startAsync(Environment environment) {
    return later("start", environment);
  }

  private CompletableFuture<Instance> later(String command, Environment environment) {
    InitctlRequest change = change(command, environment, true);
    return initctl().later(() -> changed(change, environment, Wait.FOREVER));
  }

  @Override
  public CompletableFuture<@Nullable Void> stopAsync(Environment environment) {
    InitctlRequest stop = change("stop", environment, true);
    return upstart.done(() -> stop(stop, Wait.FOREVER));
  }

  @Override
  public CompletableFuture<Instance> restartAsync(Environment environment) {
    return later("restart", environment);
  }

  @Override
  public void reload(Environment environment) {
    initctl().tell(request("reload").arguments(environment));
  }

  @Override
  public String toString() {
    return name;
  }
}
