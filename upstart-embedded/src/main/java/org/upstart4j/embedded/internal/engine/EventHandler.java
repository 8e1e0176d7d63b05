package org.upstart4j.embedded.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Goal;
import org.upstart4j.LogPriority;
import org.upstart4j.embedded.internal.event.Held;
import org.upstart4j.embedded.internal.event.LiveCondition;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.job.EnginePort;
import org.upstart4j.embedded.internal.job.Jobs;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.job.LiveJob;
import org.upstart4j.embedded.internal.variable.GlobalVariables;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.jobfile.internal.match.Expansion;

/** Lets the jobs see an event: those that it stops, then those that it starts. */
final class EventHandler {

  private static final String START_EVENTS = "UPSTART_EVENTS";
  private static final String STOP_EVENTS = "UPSTART_STOP_EVENTS";

  private final Jobs jobs;
  private final GlobalVariables globals;
  private final Notices notices;
  private final EnginePort engine;

  EventHandler(Jobs jobs, GlobalVariables globals, Notices notices, EnginePort engine) {
    this.jobs = jobs;
    this.globals = globals;
    this.notices = notices;
    this.engine = engine;
  }

  void handle(LiveEvent event) {
    engine.log(LogPriority.INFO, "Handling " + event.name() + " event");
    jobs.forEachKnowing(event, job -> handle(job, event));
  }

  private boolean handle(LiveJob job, LiveEvent event) {
    if (!job.instances().isEmpty()) {
      job.instances().forEach(instance -> stop(instance, event));
    }
    LiveCondition startOn = job.startOn();
    if (startOn == null || (job.needsCgroups() && waitsForCgroups(job, startOn, event))) {
      return true;
    }
    // an instance that cannot be named keeps the jobs after it from seeing the event, as in
    // Upstart
    return !startOn.handle(event, List.of()) || !startOn.holds() || start(job, startOn);
  }

  private static void stop(LiveInstance instance, LiveEvent event) {
    LiveCondition stopOn = instance.stopOn();
    if (stopOn == null
        || !stopOn.handle(event, instance.variables().entries())
        || !stopOn.holds()) {
      return;
    }
    if (!instance.isStopped()) {
      Variables variables = new Variables();
      stopOn.addVariables(variables, STOP_EVENTS, instance.job().imports());
      instance.setStopVariables(variables);
      instance.release(false);
      stopOn.events().forEach(cause -> instance.hold(Held.event(cause)));
      instance.changeGoal(Goal.STOP);
    }
    if (!instance.isGone()) {
      stopOn.reset();
    }
  }

  private boolean waitsForCgroups(LiveJob job, LiveCondition startOn, LiveEvent event) {
    if (notices.hasCgroupManager()) {
      if (job.waitsForCgroupManager()) {
        startOn.reset();
        job.waitForCgroupManager(false);
      }
      return false;
    }
    if (!job.waitsForCgroupManager()) {
      job.waitForCgroupManager(startOn.handle(event, List.of()));
    }
    return true;
  }

  /** Starts an instance of a job whose condition holds; says whether the instance has a name. */
  boolean start(LiveJob job, LiveCondition startOn) {
    Variables variables = globals.of(job.definition());
    startOn.addVariables(variables, START_EVENTS, job.imports());
    String name = name(job, variables);
    if (name == null) {
      startOn.reset();
      return false;
    }
    LiveInstance instance = job.instance(engine, name);
    if (!instance.isStarted()) {
      instance.setStartVariables(variables);
      instance.release(false);
      startOn.events().forEach(cause -> instance.hold(Held.event(cause)));
      instance.changeGoal(Goal.START);
    }
    startOn.reset();
    return true;
  }

  /** Starts the jobs that have only waited for a cgroup manager. */
  void startWaiting() {
    jobs.forEach(this::startWaiting);
  }

  private void startWaiting(LiveJob job) {
    LiveCondition startOn = job.startOn();
    if (startOn != null && job.waitsForCgroupManager()) {
      if (startOn.holds()) {
        start(job, startOn);
      }
      startOn.reset();
      job.waitForCgroupManager(false);
    }
  }

  private @Nullable String name(LiveJob job, Variables variables) {
    try {
      return job.instanceName(variables);
    } catch (Expansion.Failure failure) {
      engine.log(
          LogPriority.WARN, "Failed to obtain " + job.name() + " instance: " + failure.text());
      return null;
    }
  }
}
