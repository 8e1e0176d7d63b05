package org.upstart4j.cli.prove.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.Environment;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.cli.prove.probe.Probe;

/**
 * What is done on both machines with the same jobs.
 *
 * @param name what it is about, for example {@code crash}
 * @param behaviours what probes do at first; those that are not named exit with 0 at once
 * @param missing the probes whose program is not there
 * @param steps what is done, one after the other
 * @param variables what chooses the instance of a job whose state is looked at in the end, by job
 */
public record ProofScenario(
    String name,
    Map<Probe, Behaviour> behaviours,
    Set<Probe> missing,
    List<Step> steps,
    Map<String, Environment> variables) {

  /**
   * Makes a scenario.
   *
   * @param name what it is about
   * @param behaviours what probes do at first
   * @param missing the probes whose program is not there
   * @param steps what is done, one after the other
   * @param variables what chooses the instance of a job whose state is looked at in the end
   */
  public ProofScenario {
    behaviours = Collections.unmodifiableMap(new LinkedHashMap<>(behaviours));
    missing = Set.copyOf(missing);
    steps = List.copyOf(steps);
    variables = Map.copyOf(variables);
  }

  /**
   * Makes a scenario of jobs that have one instance each.
   *
   * @param name what it is about
   * @param behaviours what probes do at first
   * @param missing the probes whose program is not there
   * @param steps what is done, one after the other
   */
  public ProofScenario(
      String name, Map<Probe, Behaviour> behaviours, Set<Probe> missing, List<Step> steps) {
    this(name, behaviours, missing, steps, Map.of());
  }

  /** {@return whether it brings the machine up, so that jobs start by themselves} */
  public boolean boots() {
    return steps.stream().anyMatch(Step.Boot.class::isInstance);
  }

  /** {@return the jobs that it has to do with, sorted} */
  public Set<String> jobs() {
    Set<String> jobs = new TreeSet<>();
    behaviours.keySet().forEach(probe -> jobs.add(probe.job()));
    return jobs;
  }
}
