package org.upstart4j.embedded.internal.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.event.Held;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.job.InstanceProcesses;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.job.LiveJob;
import org.upstart4j.embedded.internal.job.Phase;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Expect;

/**
 * Looks into an engine that has nothing to do: writes down its state, and what of it cannot be. All
 * methods are called on the engine's thread.
 */
public final class Inspection {

  private final Engine engine;
  private final List<String> problems = new ArrayList<>();
  private final Map<LiveEvent, Integer> blockers = new IdentityHashMap<>();
  private int waiting;

  private Inspection(Engine engine) {
    this.engine = engine;
  }

  /** Takes over what a job's file would say; null if it has gone. */
  public static void configure(Engine engine, String name, @Nullable JobDefinition definition) {
    engine.jobs().configure(name, definition);
  }

  /** The jobs, instances, events and variables, a line each. */
  public static List<String> dump(Engine engine) {
    List<String> lines = new ArrayList<>();
    for (LiveJob job : engine.jobs().all()) {
      lines.add("class " + job.name());
      for (LiveInstance instance : job.instances().all()) {
        JobStatus status = instance.status();
        StringBuilder line = new StringBuilder("inst ").append(instance.name());
        line.append(' ').append(status.goal()).append('/').append(status.state());
        for (JobProcess process : status.processes()) {
          line.append(' ').append(process.name()).append(':').append(process.pid());
        }
        instance.variables().entries().forEach(entry -> line.append(' ').append(entry));
        lines.add(line.toString());
      }
    }
    for (LiveEvent event : engine.events().all()) {
      lines.add(
          "ev %s %d %d".formatted(event.name(), event.blockers(), event.hasFailed() ? 1 : 0)
              + (event.variables().isEmpty() ? "" : " " + String.join(" ", event.variables())));
    }
    lines.add("env " + String.join(" ", engine.variables().current().entries()));
    return lines;
  }

  /**
   * What cannot be when nothing is under way.
   *
   * @param running the process ids that the spawner says run
   * @param openCommands how many commands on instances have not been answered
   */
  public static List<String> problems(Engine engine, Set<Integer> running, int openCommands) {
    return new Inspection(engine).find(running, openCommands);
  }

  private List<String> find(Set<Integer> running, int openCommands) {
    if (engine.thread().lastFault() != null) {
      problems.add("a fault: " + engine.thread().lastFault());
    }
    if (!engine.events().isIdle()) {
      problems.add("an event is ready");
    }
    Set<Integer> known = new TreeSet<>();
    for (LiveJob job : engine.jobs().all()) {
      job(job, known);
    }
    events();
    if (!known.equals(running)) {
      problems.add("the engine knows the processes " + known + " but " + running + " run");
    }
    if (waiting != openCommands) {
      problems.add(waiting + " commands wait but " + openCommands + " have not been answered");
    }
    return problems;
  }

  private void job(LiveJob job, Set<Integer> known) {
    if (job.startOn() != null) {
      job.startOn().met().forEach(this::blocked);
    }
    if (job.isOutdated() && job.instances().isEmpty()) {
      problems.add(job.name() + " is outdated and has no instance");
    }
    for (LiveInstance instance : job.instances().all()) {
      instance(instance);
      // a scripted process is told by its tens, whichever of its children is followed
      instance.status().processes().forEach(process -> known.add(process.pid() / 10 * 10));
    }
  }

  private void blocked(LiveEvent event) {
    blockers.merge(event, 1, Integer::sum);
  }

  private void instance(LiveInstance instance) {
    for (Held held : instance.held()) {
      if (held instanceof Held.OfEvent cause) {
        blocked(cause.event());
      } else {
        waiting++;
      }
    }
    if (instance.stopOn() != null) {
      instance.stopOn().met().forEach(this::blocked);
      if (instance.stopOn().holds()) {
        problem(instance, "has a stop condition that holds");
      }
    }
    if (instance.isGone()) {
      problem(instance, "has gone but is listed");
    }
    if ((instance.blocker() != null)
        != (instance.phase() == Phase.STARTING || instance.phase() == Phase.STOPPING)) {
      problem(instance, "is blocked by " + instance.blocker());
    }
    if (!rests(instance)) {
      problem(instance, "has no reason to stay where it is");
    }
  }

  private void problem(LiveInstance instance, String what) {
    problems.add(instance.status() + " " + what);
  }

  /** Whether there is something that an instance waits for. */
  private static boolean rests(LiveInstance instance) {
    InstanceProcesses processes = instance.processes();
    boolean main = processes.has(ProcessType.MAIN);
    boolean respawns = instance.goal().equals(Goal.RESPAWN);
    return switch (instance.phase()) {
      case STARTING, STOPPING -> !respawns && instance.blocker() != null;
      case PRE_START -> !respawns && processes.has(ProcessType.PRE_START) && !main;
      case SPAWNED -> !respawns && main && instance.job().definition().expect() != Expect.NONE;
      case POST_START -> processes.has(ProcessType.POST_START) && !(respawns && main);
      case RUNNING ->
          instance.isStarted() && (instance.held().isEmpty() || instance.job().definition().task());
      case PRE_STOP -> processes.has(ProcessType.PRE_STOP) && !(respawns && main);
      case KILLED -> !respawns && main;
      case POST_STOP -> !respawns && processes.has(ProcessType.POST_STOP) && !main;
      case WAITING,
          SECURITY_SPAWNING,
          SECURITY,
          PRE_STARTING,
          SPAWNING,
          POST_STARTING,
          PRE_STOPPING,
          POST_STOPPING ->
          false;
    };
  }

  private void events() {
    for (LiveEvent event : engine.events().all()) {
      int counted = blockers.getOrDefault(event, 0);
      blockers.remove(event);
      if (event.isPending()) {
        problems.add(event.event() + " has not been handled");
      }
      // who waits for the event of its own state does not block it
      if (event.blockers() != counted || counted == 0) {
        problems.add(
            event.event()
                + " has "
                + event.blockers()
                + " blockers of which "
                + counted
                + " are known");
      }
    }
    blockers.keySet().forEach(event -> problems.add(event.event() + " is held but has ended"));
  }
}
