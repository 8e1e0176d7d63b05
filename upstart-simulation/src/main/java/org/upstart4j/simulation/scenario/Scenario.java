package org.upstart4j.simulation.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.jobfile.JobFile;

/**
 * What programs do, what comes from outside, and which jobs stand in for those that a folder lacks.
 * Immutable.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.parse("""
 *     programs:
 *       - program: /usr/bin/migrate
 *         ends-after: 3s
 *         exits-with: 1
 *     events:
 *       - event: net-device-up IFACE=eth0
 *         after: 2s
 *     """);
 * }</pre>
 */
public final class Scenario {

  /** A scenario that says nothing: every program does what it does by default. */
  public static final Scenario EMPTY = new Scenario(List.of(), Map.of(), List.of());

  private final List<ProgramRule> programs;
  private final Map<String, Optional<JobFile>> jobs;
  private final List<OutsideEvent> events;

  Scenario(
      List<ProgramRule> programs, Map<String, Optional<JobFile>> jobs, List<OutsideEvent> events) {
    this.programs = List.copyOf(programs);
    this.jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
    this.events = List.copyOf(events);
  }

  /**
   * Reads a scenario.
   *
   * @param yaml the text of its file
   * @return the scenario
   * @throws ScenarioSyntaxException if the text is no YAML or no scenario; it says where and what
   *     is wrong
   */
  public static Scenario parse(String yaml) {
    return ScenarioReader.read(yaml);
  }

  /**
   * The boot of a platform, as its own packages play it: what comes from outside, and what their
   * programs do. Its times are made up, to put things into their order. Without a platform there is
   * {@code startup}, and then runlevel 2.
   *
   * @param target the platform, or a version
   * @return the scenario of the boot
   */
  public static Scenario boot(Target target) {
    return BootScenarios.of(target);
  }

  /**
   * This scenario over another one: its programs come first, and its jobs take the place of those
   * of the same name. The events of both come.
   *
   * @param other what is below; its programs count as inherited
   * @return both
   */
  public Scenario over(Scenario other) {
    List<ProgramRule> allPrograms = new ArrayList<>(programs);
    other.programs.forEach(rule -> allPrograms.add(rule.inherited()));
    Map<String, Optional<JobFile>> allJobs = new LinkedHashMap<>(other.jobs);
    allJobs.putAll(jobs);
    List<OutsideEvent> allEvents = new ArrayList<>(other.events);
    allEvents.addAll(events);
    return new Scenario(allPrograms, allJobs, allEvents);
  }

  /** {@return the same scenario without what comes from outside} */
  public Scenario withoutEvents() {
    return new Scenario(programs, jobs, List.of());
  }

  /** {@return the jobs that stand in for those that a folder lacks, by name, in order} */
  public Map<String, JobFile> jobs() {
    Map<String, JobFile> present = new LinkedHashMap<>();
    jobs.forEach((name, file) -> file.ifPresent(known -> present.put(name, known)));
    return Collections.unmodifiableMap(present);
  }

  /** {@return what comes from outside, in the order in which it is written} */
  public List<OutsideEvent> events() {
    return events;
  }

  /**
   * Says whether it is told what a process does.
   *
   * @param request what is spawned
   * @return whether one of the programs is for it, or it is one of Upstart's own commands, such as
   *     {@code initctl emit ready}; if not, the process runs by default
   */
  public boolean isFor(SpawnRequest request) {
    return programs.stream().anyMatch(rule -> rule.isFor(request)) || OwnCommand.isOne(request);
  }

  /**
   * Has processes do what this scenario says, where no script of theirs is for them.
   *
   * @param processes the processes
   * @return tells which entries were for a process
   */
  public ScenarioPlay applyTo(ScriptedProcesses processes) {
    return new ScenarioPlay(programs, processes);
  }

  @Override
  public String toString() {
    return "%d programs, %d jobs, %d events"
        .formatted(programs.size(), jobs().size(), events.size());
  }
}
