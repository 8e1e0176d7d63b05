package org.upstart4j.cli.prove.scenario;

import static org.upstart4j.cli.prove.scenario.Step.Command.Kind.START;
import static org.upstart4j.cli.prove.scenario.Step.Command.Kind.STOP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.analysis.platform.Provided;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.cli.prove.probe.Behaviours;
import org.upstart4j.cli.prove.probe.Probe;
import org.upstart4j.jobfile.JobDefinition;

/**
 * The scenarios that show when a job starts and stops by itself: with other jobs, on events, and
 * with the machine.
 *
 * @param job the job
 * @param others the jobs that its conditions name, and that are there
 * @param provided what the platform emits
 */
public record RelationScenarios(JobDefinition job, List<JobDefinition> others, Provided provided) {

  /** Whatever follows from something has happened by then. */
  private static final Step FOLLOWS = new Step.Pause(Duration.ofMillis(1500));

  /** {@return the scenarios of this job; none if it starts and stops by hand only} */
  public List<ProofScenario> all() {
    List<ProofScenario> all = new ArrayList<>();
    others.forEach(other -> addOther(all, other));
    addEvents(all);
    if (new JobReferences(job).startsAtBoot(provided)) {
      all.add(
          scenario("boot and shutdown", new Step.Boot(), FOLLOWS, new Step.Shutdown(), FOLLOWS));
    }
    return List.copyOf(all);
  }

  private void addOther(List<ProofScenario> all, JobDefinition other) {
    String name = other.name();
    Step start = new Step.Command(START, name, Environment.EMPTY);
    if (other.task()) {
      all.add(scenario("run of " + name, start, FOLLOWS));
      return;
    }
    Step stop = new Step.Command(STOP, name, Environment.EMPTY);
    all.add(scenario("start and stop of " + name, start, FOLLOWS, stop, FOLLOWS));
    if (other.processes().containsKey(ProcessType.MAIN)) {
      Step ends = new Step.Kill(Probe.main(name), Signal.of("SEGV"));
      all.add(scenario("crash of " + name, start, FOLLOWS, ends, FOLLOWS));
    }
  }

  private void addEvents(List<ProofScenario> all) {
    JobReferences references = new JobReferences(job);
    List<String> starts = references.ownEvents(job.startOn(), provided);
    if (starts.isEmpty()) {
      return;
    }
    List<Step> steps = new ArrayList<>();
    for (String event : starts) {
      steps.addAll(List.of(new Step.Emit(event), FOLLOWS));
    }
    for (String event : references.ownEvents(job.stopOn(), provided)) {
      steps.addAll(List.of(new Step.Emit(event), FOLLOWS));
    }
    all.add(scenario("events", steps.toArray(Step[]::new)));
  }

  private ProofScenario scenario(String name, Step... steps) {
    Map<Probe, Behaviour> behaviours = new LinkedHashMap<>(Behaviours.usual(job));
    others.forEach(other -> behaviours.putAll(Behaviours.usual(other)));
    return new ProofScenario(name, behaviours, Set.of(), List.of(steps));
  }
}
