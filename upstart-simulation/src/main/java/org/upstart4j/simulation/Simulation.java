package org.upstart4j.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.Event;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.simulation.scenario.Scenario;

/**
 * What would happen to a folder of jobs, without touching anything: no process runs, no file is
 * read or written, and time passes at once. The same folder and scenario always come to the same
 * course.
 *
 * <pre>{@code
 * JobFolder folder = JobDirectory.of(Path.of("init")).read();
 * Course course = Simulation.of(folder, Target.of(Platform.UBUNTU_14_04)).boot();
 * course.neverStarted(); // [web]
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Simulation {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST = 100_000;

  private final JobFolder folder;
  private final Target target;
  private final Scenario scenario;
  private final Duration longest;
  private final int most;

  private Simulation(
      JobFolder folder, Target target, Scenario scenario, Duration longest, int most) {
    this.folder = folder;
    this.target = target;
    this.scenario = scenario;
    this.longest = longest;
    this.most = most;
  }

  /**
   * A simulation in which all programs do what they do by default: the main process of a service
   * shows that it is ready as the job expects, and never ends; every other process exits with 0 at
   * once. What the platform's own packages do is known beyond that: {@link Scenario#boot}.
   *
   * @param folder the jobs
   * @param target the Upstart that they are for
   * @return the simulation
   */
  public static Simulation of(JobFolder folder, Target target) {
    return new Simulation(folder, target, Scenario.EMPTY, LONGEST, MOST);
  }

  /**
   * The same simulation with a scenario, over what the platform's packages do.
   *
   * @param other the scenario; it takes the place of the one before
   * @return the simulation
   */
  public Simulation with(Scenario other) {
    return new Simulation(folder, target, other, longest, most);
  }

  /**
   * The same simulation with another limit of time.
   *
   * @param time how much simulated time may pass; ten minutes by default
   * @return the simulation
   * @throws IllegalArgumentException if it is negative
   */
  public Simulation withLongest(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("A simulation does not end before it begins: " + time);
    }
    return new Simulation(folder, target, scenario, time, most);
  }

  /**
   * The same simulation with another limit of what may happen, so that jobs that set each other off
   * for ever come to an end.
   *
   * @param moments how many moments there may be; 100,000 by default
   * @return the simulation
   * @throws IllegalArgumentException if it is less than 1
   */
  public Simulation withMost(int moments) {
    if (moments < 1) {
      throw new IllegalArgumentException("A simulation has at least one moment, not " + moments);
    }
    return new Simulation(folder, target, scenario, longest, moments);
  }

  /**
   * Boots: what comes from outside is what the platform's boot and the scenario say.
   *
   * @return what happened
   */
  public Course boot() {
    return run(scenario.over(Scenario.boot(target)), List.of());
  }

  /**
   * Emits events, each when the one before has come to its end, as {@code initctl emit} in a script
   * does. Nothing runs before; of the platform's boot only the jobs and the programs count.
   *
   * @param events the events
   * @return what happened
   */
  public Course emit(Event... events) {
    return run(scenario.over(Scenario.boot(target).withoutEvents()), List.of(events));
  }

  private Course run(Scenario whole, List<Event> events) {
    Map<String, JobFile> standIns = new TreeMap<>(whole.jobs());
    standIns.keySet().removeAll(folder.jobs());
    Map<String, JobFile> files = new TreeMap<>();
    standIns.forEach((name, file) -> files.put(name + ".conf", file));
    JobFolder all = folder.with(files);
    try (SimulationRun run = new SimulationRun(all, target, whole, most)) {
      run.emit(events);
      CourseEnd end = run.until(longest);
      return run.course(folder, standIns.keySet(), end);
    }
  }
}
